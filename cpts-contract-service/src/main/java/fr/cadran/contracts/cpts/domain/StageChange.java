package fr.cadran.contracts.cpts.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One move in the life of a CPTS.
 *
 * @param number counts the moves of the CPTS from 1
 * @param from stage before
 * @param event what happened
 * @param to stage after
 * @param on day on which it took effect
 * @param recordedAt when the platform learnt it
 * @param by who recorded it
 */
public record StageChange(
    int number,
    CptsStage from,
    StageEvent event,
    CptsStage to,
    LocalDate on,
    Instant recordedAt,
    DoneBy by) {}
