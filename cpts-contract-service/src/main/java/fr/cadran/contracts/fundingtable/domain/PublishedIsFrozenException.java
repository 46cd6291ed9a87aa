package fr.cadran.contracts.fundingtable.domain;

/** A published version of a funding table is to be changed. */
public final class PublishedIsFrozenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PublishedIsFrozenException() {
    super("a published funding table is frozen");
  }
}
