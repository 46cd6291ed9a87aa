package fr.cadran.contracts.fundingtable.persistence;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** One yearly amount: a line and a volet for one size of CPTS. */
@Embeddable
class FundingAmountRow {
  int position;
  String line;
  String volet;
  int size;
  BigDecimal amount;
  boolean earmarked;
  String source;
  String verification;
}
