package fr.cadran.local.part;

import fr.cadran.local.installation.PartName;
import fr.cadran.local.process.Spawner;
import fr.cadran.local.process.Termination;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One part of the platform: a process of its own on loopback. */
public interface Part {
  PartName name();

  /** The ports it will open. */
  List<Integer> ports();

  /** Makes everything the process needs to start; called before every start, quick when done. */
  void prepare(Spawner spawner, Consumer<String> tell) throws InterruptedException;

  /** How it is started. */
  Spawner.Launch launch();

  /** Whether it serves now. Asked often; answers within a few seconds. */
  boolean isReady();

  /** What must be done once it serves and before others use it; called at every start. */
  default void complete(Consumer<String> tell) {}

  /** What was built for it: a part older than that is started anew. */
  default Optional<Path> artifact() {
    return Optional.empty();
  }

  default Termination.Signal signal() {
    return Termination.Signal.TERM;
  }
}
