package fr.cadran.gateway.door;

import fr.cadran.kit.problem.ProblemException;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The calls that are under way, from their admission to their end. */
@Singleton
public class InFlight {
  private final Set<Call> calls = ConcurrentHashMap.newKeySet();

  void enter(Call call) {
    calls.add(call);
    call.whenOver(() -> calls.remove(call));
  }

  /** How many there are. */
  public int count() {
    return calls.size();
  }

  /**
   * Stops every call that is meant.
   *
   * @param which tells a call by its client, its path, its route; asked from the calling thread
   * @param why the refusal that a caller gets whose answer has not begun
   * @return how many were stopped
   */
  public int cut(Predicate<Call> which, Supplier<ProblemException> why) {
    int stopped = 0;
    for (Call call : calls) {
      if (which.test(call)) {
        call.cut(why.get());
        stopped++;
      }
    }
    return stopped;
  }
}
