package fr.cadran.kit.database;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from one that refuses what it was asked. */
public final class DatabaseOutage {

  /**
   * The connection could not be made, or broke (08); too many connections, a full disk, no memory
   * (53); shutting down by the administrator, after a crash, starting (57P); a disk that fails
   * (58030): nothing of it is the caller's fault, and all of it passes.
   */
  private static final List<String> STATES = List.of("08", "53", "57P", "58030");

  private DatabaseOutage() {}

  /**
   * Whether waiting may help: somewhere among the causes, the database did not answer. A commit
   * that finds its connection cut tells of it in a suppressed exception alone.
   */
  public static boolean isCauseOf(Throwable fault) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> toLookAt = new ArrayDeque<>(List.of(fault));
    while (!toLookAt.isEmpty()) {
      Throwable one = toLookAt.pop();
      if (!seen.add(one)) {
        continue;
      }
      if (one instanceof SQLException sql && isOutage(sql.getSQLState())) {
        return true;
      }
      if (one.getCause() != null) {
        toLookAt.add(one.getCause());
      }
      toLookAt.addAll(List.of(one.getSuppressed()));
    }
    return false;
  }

  /** The pool, which has no state to give, answers so when it gets no connection in time. */
  private static boolean isOutage(@Nullable String state) {
    return state == null || STATES.stream().anyMatch(state::startsWith);
  }
}
