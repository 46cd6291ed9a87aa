package fr.cadran.contracts.payment.domain;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.Volet;
import java.util.Comparator;

/**
 * One envelope of one year: what entitlements and payments are counted against.
 *
 * @param contractYear in which it is earned, from 1
 * @param line running costs or mission
 * @param volet part of the line
 */
public record EnvelopeKey(int contractYear, FundingLine line, Volet volet)
    implements Comparable<EnvelopeKey> {
  private static final Comparator<EnvelopeKey> ORDER =
      Comparator.comparingInt(EnvelopeKey::contractYear)
          .thenComparing(EnvelopeKey::line)
          .thenComparing(EnvelopeKey::volet);

  @Override
  public int compareTo(EnvelopeKey other) {
    return ORDER.compare(this, other);
  }
}
