package fr.cadran.contracts.payment.domain;

import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.Volet;

/** A funding table does not say what an envelope is worth at a size: nothing is computed. */
public final class AmountUnknownException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String table;
  private final FundingLine line;
  private final int size;

  public AmountUnknownException(String table, FundingLine line, Volet volet, int size) {
    super(table + " holds no " + volet + " of " + line + " for size " + size);
    this.table = table;
    this.line = line;
    this.size = size;
  }

  public String table() {
    return table;
  }

  public FundingLine line() {
    return line;
  }

  public int size() {
    return size;
  }
}
