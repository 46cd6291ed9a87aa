package fr.cadran.contracts.payment.application;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the ledger of a contract stands.
 *
 * @param contract id of the contract
 * @param cpts id of its CPTS, the key of its events
 * @param caisse three digits, the CPAM that pays
 * @param factsVersion latest version of the facts, from 1
 * @param lines how many lines stand
 * @param nextDueOn next day on which the calendar alone makes a line due, null when there is none
 */
public record LedgerHead(
    UUID contract,
    UUID cpts,
    String caisse,
    int factsVersion,
    int lines,
    @Nullable LocalDate nextDueOn) {}
