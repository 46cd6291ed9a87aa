package fr.cadran.e2e.faults;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What callers were told: everything that was accepted must be there, once, and nothing else. */
final class Oracle {
  /** The quarter of a centre. */
  record Place(String centre, String quarter) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
      return centre + "/" + quarter;
    }
  }

  private final Map<Place, List<Integer>> figures = new ConcurrentSkipListMap<>();
  private final Set<String> registered = ConcurrentHashMap.newKeySet();
  private final Set<String> contracts = ConcurrentHashMap.newKeySet();
  private final Map<String, BigDecimal> paid = new ConcurrentHashMap<>();

  /** The version that the next submission must get. */
  int next(Place place) {
    return figures.getOrDefault(place, List.of()).size() + 1;
  }

  /** One editor works on a place at a time. */
  void accept(Place place, int figure) {
    figures.computeIfAbsent(place, one -> new CopyOnWriteArrayList<>()).add(figure);
  }

  void register(String name) {
    registered.add(name);
  }

  /** The figure of each accepted version, the first one first. */
  Map<Place, List<Integer>> figures() {
    return Map.copyOf(figures);
  }

  /** Names of the CPTS that were registered. */
  Set<String> registered() {
    return Set.copyOf(registered);
  }

  /** A contract has a first text. */
  void draw(String contract) {
    contracts.add(contract);
  }

  /** What the ledger of a contract came to when it had ended. */
  void pay(String contract, BigDecimal euros) {
    paid.put(contract, euros);
  }

  Set<String> contracts() {
    return Set.copyOf(contracts);
  }

  Map<String, BigDecimal> paid() {
    return Map.copyOf(paid);
  }

  int submissions() {
    return figures.values().stream().mapToInt(List::size).sum();
  }
}
