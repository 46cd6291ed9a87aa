package fr.cadran.contracts.fundingtable.domain;

import fr.cadran.kit.type.Euros;

/**
 * What a CPTS of one size may receive for a line and a volet in a full contract year.
 *
 * @param line running costs or mission
 * @param volet part of the line
 * @param size 1 to 4
 * @param amount euros a year, not below zero
 * @param earmarked whether it may be used for one purpose only (ACI art. 7.1)
 * @param source legal text
 * @param verification how sure the figure is
 */
public record FundingAmount(
    FundingLine line,
    Volet volet,
    int size,
    Euros amount,
    boolean earmarked,
    String source,
    Verification verification) {}
