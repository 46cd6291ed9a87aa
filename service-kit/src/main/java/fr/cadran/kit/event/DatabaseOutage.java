package fr.cadran.kit.event;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached from one that refuses what it was asked. */
public final class DatabaseOutage {

  /**
   * Shutting down by the administrator, after a crash, starting; too many connections, a full disk,
   * a disk that fails: nothing of it is the event's fault, and all of it passes.
   */
  private static final Set<String> STATES =
      Set.of("57P01", "57P02", "57P03", "53300", "53100", "58030");

  /** SQL states of class 08: the connection could not be made, or broke. */
  private static final String CONNECTION_CLASS = "08";

  private DatabaseOutage() {}

  /** Whether waiting may help: somewhere among the causes, the database did not answer. */
  public static boolean isCauseOf(Throwable fault) {
    @Nullable Throwable cause = fault;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (cause instanceof SQLException sql && isOutage(sql.getSQLState())) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** The pool, which has no state to give, answers so when it gets no connection in time. */
  private static boolean isOutage(@Nullable String state) {
    return state == null || state.startsWith(CONNECTION_CLASS) || STATES.contains(state);
  }
}
