package fr.cadran.kit.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A bounded part of a list in a stable order.
 *
 * @param items at most as many as the limit asked for
 * @param next cursor of the part that follows, null at the end
 */
public record Page<T>(List<T> items, @Nullable String next) {
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts a page out of rows of which one more than the limit was read.
   *
   * @param rows at most {@code limit + 1} rows in order
   * @param limit rows on a page
   * @param key the sort key of a row, from which the next page goes on
   */
  public static <R> Page<R> cut(List<R> rows, int limit, Function<R, List<String>> key) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    List<R> items = rows.subList(0, limit);
    return new Page<>(items, Cursor.after(key.apply(items.getLast())));
  }

  public <S> Page<S> map(Function<? super T, ? extends S> view) {
    return new Page<>(items.stream().<S>map(view).toList(), next);
  }
}
