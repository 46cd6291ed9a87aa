package fr.cadran.kit.paging;

import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a list goes on, opaque to callers: the sort key of the last item seen. Holds nothing that
 * the caller did not already see, so it needs no secret; access is checked anew on every page.
 */
public final class Cursor {
  private static final String SEPARATOR = "\u001F";

  private Cursor() {}

  /** The cursor after an item with this sort key. */
  public static String after(List<String> key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The sort key in a cursor, null without one.
   *
   * @param parts how many parts the key of this list has
   * @throws ProblemException {@code INVALID_CURSOR} (400) for anything this list did not give out
   */
  public static @Nullable List<String> read(@Nullable String cursor, int parts) {
    if (cursor == null) {
      return null;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      List<String> key = List.of(text.split(SEPARATOR, -1));
      if (key.size() == parts) {
        return key;
      }
    } catch (IllegalArgumentException | CharacterCodingException notOurs) {
      throw ProblemException.of(KitProblem.INVALID_CURSOR);
    }
    throw ProblemException.of(KitProblem.INVALID_CURSOR);
  }
}
