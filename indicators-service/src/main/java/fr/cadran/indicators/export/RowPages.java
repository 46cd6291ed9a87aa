package fr.cadran.indicators.export;

import fr.cadran.kit.paging.Page;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A list that is read page by page, so that no export needs more memory than a page. */
@FunctionalInterface
public interface RowPages<R extends Record> {
  /** As many rows as a page may have. */
  int PAGE_SIZE = 500;

  /** The page after a cursor, the first without one. */
  Page<R> after(@Nullable String cursor);

  /** Takes a row. */
  @FunctionalInterface
  interface Sink {
    void take(Record row) throws IOException;
  }

  /** Gives every row of every page in order. */
  default void forEach(Sink sink) throws IOException {
    @Nullable String cursor = null;
    do {
      Page<R> page = after(cursor);
      for (R row : page.items()) {
        sink.take(row);
      }
      cursor = page.next();
    } while (cursor != null);
  }
}
