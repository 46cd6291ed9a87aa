package fr.cadran.indicators.benchmark.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which cells of a population may be published. Taken together, the published cells cut the
 * population into blocks: the sets of centres that stand in the same published cells. Whatever is
 * made of published cells by union, intersection and difference is made of whole blocks, so a block
 * is the least that can be singled out. A cell is published only when every block keeps the minimum
 * of centres; so no difference of filters, however many, gives a smaller group (ADR 20).
 *
 * <p>Cells are considered in an order that does not depend on who asks or what was asked before: an
 * answer is the same for everybody.
 */
public final class Publication {
  private final Set<Cell> published;

  private Publication(Set<Cell> published) {
    this.published = published;
  }

  /**
   * Decides over all cells of a population.
   *
   * @param members the centres that have a value
   * @param minimum least number of centres in what can be told apart, at least 1
   */
  public static Publication of(List<Member> members, int minimum) {
    Map<Cell, List<Integer>> places = new TreeMap<>(Cell.ORDER);
    for (int place = 0; place < members.size(); place++) {
      for (Cell cell : Cell.of(members.get(place))) {
        places.computeIfAbsent(cell, any -> new ArrayList<>()).add(place);
      }
    }
    Set<Cell> published = new LinkedHashSet<>();
    Blocks blocks = new Blocks(members.size());
    places.forEach((cell, inside) -> {
      if (inside.size() >= minimum && blocks.canBeCut(inside, minimum)) {
        blocks.cut(inside);
        published.add(cell);
      }
    });
    return new Publication(published);
  }

  /** Whether a cell may be published; one without members may not. */
  public boolean allows(Cell cell) {
    return published.contains(cell);
  }

  /** A partition of places that becomes finer. */
  private static final class Blocks {
    private final int[] blockOf;
    private final List<Integer> sizes = new ArrayList<>();

    Blocks(int places) {
      blockOf = new int[places];
      sizes.add(places);
    }

    boolean canBeCut(List<Integer> inside, int minimum) {
      return counts(inside).entrySet().stream()
          .allMatch(block -> {
            int rest = sizes.get(block.getKey()) - block.getValue();
            return rest == 0 || (block.getValue() >= minimum && rest >= minimum);
          });
    }

    void cut(List<Integer> inside) {
      Map<Integer, Integer> moved = new HashMap<>();
      counts(inside)
          .forEach((block, count) -> {
            if (count < sizes.get(block)) {
              moved.put(block, sizes.size());
              sizes.set(block, sizes.get(block) - count);
              sizes.add(count);
            }
          });
      for (int place : inside) {
        blockOf[place] = moved.getOrDefault(blockOf[place], blockOf[place]);
      }
    }

    private Map<Integer, Integer> counts(List<Integer> inside) {
      Map<Integer, Integer> counts = new HashMap<>();
      for (int place : inside) {
        counts.merge(blockOf[place], 1, Integer::sum);
      }
      return counts;
    }
  }
}
