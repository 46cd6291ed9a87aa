package fr.cadran.gateway.door;

import io.vertx.core.Future;

/**
 * One step of letting a call in. Every bean of this type is part of the chain, in the order of
 * {@link #order()}; a new rule is a new bean in its own package.
 */
public interface AdmissionStep {
  /** Finds the route; everything after it may ask {@link Call#route()}. */
  int ROUTE = 100;

  /** What can be seen from the head of the request alone, before any work is done for it. */
  int HEAD = 200;

  /** Who calls; everything after it may ask {@link Call#identity()}. */
  int TOKEN = 300;

  /** What the token asks of the connection that it comes over. */
  int BINDING = 400;

  /** How much this caller may still ask for. */
  int QUOTA = 500;

  /** What this caller may reach just now, beyond its token. */
  int GRANT = 600;

  /** Whether there is room; last, so that only calls that will be forwarded take some of it. */
  int ROOM = 700;

  /** Place in the chain: steps with a lower number come first. */
  int order();

  /**
   * Lets the call go on, or not. Runs on the event loop of the call and must not block it.
   *
   * @return done when the call may go on; failed with a {@link
   *     fr.cadran.kit.problem.ProblemException} when it is refused
   */
  Future<Void> admit(Call call);
}
