package fr.cadran.testing.house.sound.visit.domain;

import java.time.LocalDate;

/** A visit to a centre. */
public record Visit(String centre, LocalDate on) {}
