package fr.cadran.e2e.faults;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** What callers saw: how often each answer, and which of them they should never have seen. */
final class Answers {
  private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
  private final List<String> wrong = new CopyOnWriteArrayList<>();

  void count(String answer) {
    counts.computeIfAbsent(answer, one -> new LongAdder()).increment();
  }

  void wrong(String what) {
    wrong.add(what);
  }

  List<String> wrong() {
    return List.copyOf(wrong);
  }

  @Override
  public String toString() {
    return counts.toString();
  }
}
