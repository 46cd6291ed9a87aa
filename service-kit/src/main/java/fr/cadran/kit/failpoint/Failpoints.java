package fr.cadran.kit.failpoint;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Lets the process die at a place, without a word to anybody and without tidying up: what a kill -9
 * at that very moment does. Only under the profile {@code faults}; under any other a process that
 * is told to die does not start, so that a setting left behind is noticed and not obeyed.
 *
 * <p>{@code cadran.failpoint=RELAY_AFTER_PUBLISH@3} dies at the third time. See {@code
 * docs/adr/0026}.
 */
@Singleton
public class Failpoints {

  /** The only profile under which a process may be told to die. */
  public static final String PROFILE = "faults";

  private static final Logger LOG = Logger.getLogger(Failpoints.class);
  private static final int KILLED = 137; // what a shell says of a process that ended by kill -9

  private final Optional<String> asked;
  private final List<String> profiles;
  private final Runnable death;
  private final AtomicInteger left = new AtomicInteger();
  private volatile Optional<Failpoint> armed = Optional.empty();

  @Inject
  Failpoints(@ConfigProperty(name = "cadran.failpoint") Optional<String> asked) {
    this(
        asked,
        ConfigProvider.getConfig().unwrap(SmallRyeConfig.class).getProfiles(),
        () -> Runtime.getRuntime().halt(KILLED));
  }

  Failpoints(Optional<String> asked, List<String> profiles, Runnable death) {
    this.asked = asked;
    this.profiles = List.copyOf(profiles);
    this.death = death;
  }

  /** For what runs outside the container. */
  public static Failpoints none() {
    return new Failpoints(Optional.empty(), List.of(), () -> {});
  }

  /**
   * @throws IllegalStateException when there is something to die at under another profile, or no
   *     such place
   */
  void start(@Observes @Priority(1) StartupEvent event) {
    if (asked.isEmpty() || asked.get().isBlank()) {
      return;
    }
    if (!profiles.contains(PROFILE)) {
      throw new IllegalStateException(
          "cadran.failpoint is set and the profile is not " + PROFILE + ": not started");
    }
    String[] parts = asked.get().strip().split("@", 2);
    left.set(parts.length == 2 ? Integer.parseInt(parts[1]) : 1);
    armed = Optional.of(Failpoint.valueOf(parts[0].toUpperCase(Locale.ROOT)));
    LOG.warnf("failpoint armed: %s, at time %d", parts[0], left.get());
  }

  /** Dies here when it is armed and the time has come. */
  public void reach(Failpoint place) {
    if (armed.isPresent() && armed.get() == place && left.decrementAndGet() == 0) {
      death.run();
    }
  }
}
