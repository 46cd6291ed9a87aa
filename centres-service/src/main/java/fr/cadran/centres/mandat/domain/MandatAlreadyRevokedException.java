package fr.cadran.centres.mandat.domain;

/** A mandat that was taken back is taken back again. */
public final class MandatAlreadyRevokedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MandatAlreadyRevokedException() {
    super("the mandat is revoked already");
  }
}
