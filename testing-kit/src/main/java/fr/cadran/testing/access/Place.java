package fr.cadran.testing.access;

import fr.cadran.testing.token.Token;
import fr.cadran.testing.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * Where a resource stands, hence whose it is: the département and the caisse that cover it, the
 * centre and the CPTS it belongs to. What it does not belong to is a number nobody has.
 *
 * @param departement INSEE code
 * @param caisse three digits
 * @param centre FINESS number
 * @param cpts identifier
 * @param region whose agency as a whole it belongs to, null when an agent of the département will
 *     do
 */
public record Place(
    String departement, String caisse, String centre, String cpts, @Nullable String region) {
  /** The client whose mandat covers everything here. */
  public static final String EDITOR = "editor-trusted";

  /** The client that another centre trusts, not this one. */
  public static final String EDITOR_ELSEWHERE = "editor-elsewhere";

  /** The client that nobody ever trusted. */
  public static final String EDITOR_STRANGER = "editor-stranger";

  /** The client whose mandat has run out. */
  public static final String EDITOR_EXPIRED = "editor-expired";

  /** The client whose mandat was taken back. */
  public static final String EDITOR_REVOKED = "editor-revoked";

  private static final String NO_CENTRE = "750999999";
  private static final String NO_CPTS = "019a0000-0000-7000-8000-00000000c0de";

  /** Where an agent of the département is inside. */
  public Place(String departement, String caisse, String centre, String cpts) {
    this(departement, caisse, centre, cpts, null);
  }

  /** Somewhere in Seine-Saint-Denis. */
  public static final Place SEINE_SAINT_DENIS = new Place("93", "931", NO_CENTRE, NO_CPTS);

  /** A centre of Seine-Saint-Denis. */
  public static Place ofCentre(String finess) {
    return new Place("93", "931", finess, NO_CPTS);
  }

  /** A CPTS with its seat in Seine-Saint-Denis. */
  public static Place ofCpts(String id) {
    return new Place("93", "931", NO_CENTRE, id);
  }

  /** The same in another département. */
  public Place in(String otherDepartement, String otherCaisse) {
    return new Place(otherDepartement, otherCaisse, centre, cpts, region);
  }

  /** The same, where the agency of a whole région is inside and that of a département is not. */
  public Place ofAgency(String wholeRegion) {
    return new Place(departement, caisse, centre, cpts, wholeRegion);
  }

  Token inside(Role role) {
    return switch (role) {
      case ARS_AGENT ->
          Tokens.arsAgent(region == null ? "departement:" + departement : "region:" + region);
      case CPAM_AGENT -> Tokens.cpamAgent(caisse);
      case CENTRE_MANAGER -> Tokens.centreManager(centre);
      case CPTS_COORDINATOR -> Tokens.cptsCoordinator(cpts);
      case EDITOR -> Tokens.editor(EDITOR);
      case AUDITOR -> Tokens.auditor();
      case ADMINISTRATOR -> Tokens.administrator();
    };
  }

  Token outside(Role role) {
    return switch (role) {
      case ARS_AGENT -> Tokens.arsAgent("departement:48");
      case CPAM_AGENT -> Tokens.cpamAgent("481");
      case CENTRE_MANAGER -> Tokens.centreManager("480000001");
      case CPTS_COORDINATOR -> Tokens.cptsCoordinator("019a0000-0000-7000-8000-00000000ffff");
      case EDITOR -> Tokens.editor(EDITOR_ELSEWHERE);
      case AUDITOR, ADMINISTRATOR -> throw new IllegalArgumentException(role + " has no outside");
    };
  }
}
