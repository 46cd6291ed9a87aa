package fr.cadran.testing.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one operation must let happen, written down by hand and apart from the policy of the
 * service, so that a wrong policy is caught. To add one:
 *
 * <pre>{@code
 * AccessRow.of("reviseCentre")            // operationId of the API description
 *     .reachedBy(Role.ARS_AGENT)          // who may, each within its own bounds; nobody else
 *     .succeedsWith(200, () ->            // makes a resource and a request that succeeds
 *         Call.to("/v1/centres/" + finess, Place.ofCentre(finess))
 *             .with(body).header("If-Match", "*")
 *             .absentFor(finess, UNKNOWN))
 * }</pre>
 *
 * Reference data and calculators say {@link #openToEveryRole()}, what needs no token {@link
 * #openToEverybody()}. Out of reach is 404 unless the row says otherwise.
 */
public final class AccessRow {
  private final String operation;
  private final Map<Role, Reach> reach;
  private final boolean publicAccess;
  private final Denial denial;
  private final Set<Role> elsewise;
  private final int status;
  private final @Nullable Function<Role, Call> prepare;

  private AccessRow(
      String operation,
      Map<Role, Reach> reach,
      boolean publicAccess,
      Denial denial,
      Set<Role> elsewise,
      int status,
      @Nullable Function<Role, Call> prepare) {
    this.operation = operation;
    this.reach = reach;
    this.publicAccess = publicAccess;
    this.denial = denial;
    this.elsewise = elsewise;
    this.status = status;
    this.prepare = prepare;
  }

  /** The row of an operation that nobody may call yet. */
  public static AccessRow of(String operationId) {
    return new AccessRow(operationId, Map.of(), false, Denial.NOT_THERE, Set.of(), 200, null);
  }

  /** These roles may, each within what bounds it. */
  public AccessRow reachedBy(Role... roles) {
    Map<Role, Reach> more = new EnumMap<>(Role.class);
    more.putAll(reach);
    Arrays.stream(roles).forEach(role -> more.put(role, role.bound()));
    return new AccessRow(operation, more, publicAccess, denial, elsewise, status, prepare);
  }

  /** Whoever holds the scope, wherever from. */
  public AccessRow openToEveryRole() {
    Map<Role, Reach> all = new EnumMap<>(Role.class);
    Arrays.stream(Role.values()).forEach(role -> all.put(role, Reach.EVERYTHING));
    return new AccessRow(operation, all, publicAccess, denial, elsewise, status, prepare);
  }

  /** Without a token. */
  public AccessRow openToEverybody() {
    return new AccessRow(
        operation, openToEveryRole().reach, true, denial, elsewise, status, prepare);
  }

  /** Out of reach is another refusal than 404. */
  public AccessRow refusesWith(int otherStatus) {
    return new AccessRow(
        operation, reach, publicAccess, new Denial(otherStatus, false), elsewise, status, prepare);
  }

  /** Out of reach is a success without the resource: lists and counts. */
  public AccessRow leavesOut() {
    return new AccessRow(
        operation, reach, publicAccess, new Denial(0, true), elsewise, status, prepare);
  }

  /**
   * These roles see the resource, but the act is another party's: 409 {@code NOT_FOR_THIS_PARTY}.
   */
  public AccessRow notFor(Role... roles) {
    return new AccessRow(operation, reach, publicAccess, denial, Set.of(roles), status, prepare);
  }

  /** How it is called and what a success answers; a new resource for each call. */
  public AccessRow succeedsWith(int success, Supplier<Call> call) {
    return succeedsWith(success, role -> call.get());
  }

  /** The same, where the request depends on who makes it. */
  public AccessRow succeedsWith(int success, Function<Role, Call> call) {
    return new AccessRow(operation, reach, publicAccess, denial, elsewise, success, call);
  }

  String operation() {
    return operation;
  }

  Reach reach(Role role) {
    return reach.getOrDefault(role, Reach.NONE);
  }

  /** The reach as the published page words it. */
  String words(Role role) {
    return elsewise.contains(role) ? "– (409)" : reach(role).words();
  }

  /** Whether somebody can be out of reach at all. */
  boolean isBounded() {
    return Arrays.stream(Role.values()).anyMatch(role -> reach(role) != Reach.EVERYTHING);
  }

  boolean isPublic() {
    return publicAccess;
  }

  Denial denial() {
    return denial;
  }

  int success() {
    return status;
  }

  Call prepare(Role role) {
    if (prepare == null) {
      throw new IllegalStateException("the row of " + operation + " does not say how to call it");
    }
    return prepare.apply(role);
  }

  /** What the matrix expects of a role in a situation. */
  Expectation expected(Role role, Situation situation) {
    if (publicAccess) {
      return situation == Situation.MISSING_SCOPE || !applies(role, situation)
          ? Expectation.NOT_APPLICABLE
          : Expectation.SUCCESS;
    }
    if (!applies(role, situation)) {
      return Expectation.NOT_APPLICABLE;
    }
    if (situation.isUnauthenticated()) {
      return Expectation.UNAUTHENTICATED;
    }
    if (situation == Situation.MISSING_SCOPE) {
      return Expectation.FORBIDDEN;
    }
    return switch (reach(role)) {
      case NONE ->
          situation == Situation.IN_SCOPE && elsewise.contains(role)
              ? Expectation.NOT_ITS_PART
              : Expectation.OUT_OF_REACH;
      case EVERYTHING -> Expectation.SUCCESS;
      default -> situation == Situation.IN_SCOPE ? Expectation.SUCCESS : Expectation.OUT_OF_REACH;
    };
  }

  private static boolean applies(Role role, Situation situation) {
    if (situation.isAboutMandats()) {
      return role == Role.EDITOR;
    }
    return situation != Situation.OUT_OF_SCOPE || role.isBounded();
  }
}
