package fr.cadran.contracts.payment.domain;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.Volet;

/**
 * One envelope of one year: what entitlements and payments are counted against.
 *
 * @param contractYear in which it is earned, from 1
 * @param line running costs or mission
 * @param volet part of the line
 */
public record EnvelopeKey(int contractYear, FundingLine line, Volet volet)
    implements Comparable<EnvelopeKey> {
  @Override
  public int compareTo(EnvelopeKey other) {
    int order = Integer.compare(contractYear, other.contractYear);
    if (order == 0) {
      order = line.compareTo(other.line);
    }
    return order == 0 ? volet.compareTo(other.volet) : order;
  }
}
