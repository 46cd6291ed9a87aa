package fr.cadran.local.command;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.installation.Installation;

/** What commands need that speak to a running platform. */
final class RunningParts {
  private RunningParts() {}

  /**
   * Refuses to look for a platform that was never started here.
   *
   * @throws LaunchFailure when there is no installation
   */
  static void require(Installation installation) {
    if (!installation.exists()) {
      throw new LaunchFailure(
          "nothing was started yet in " + installation.home() + "; start it with ./platform up.");
    }
  }
}
