package fr.cadran.contracts.cpts.domain;

/**
 * Who did something, as far as it is kept: never a name.
 *
 * @param subject account id
 * @param clientId OAuth client
 */
public record DoneBy(String subject, String clientId) {
  /** The platform itself, when a delay ends. */
  public static final DoneBy PLATFORM = new DoneBy("platform", "cpts-contract-service");
}
