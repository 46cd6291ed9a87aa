package fr.cadran.kit.audit;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets into an entry only what cannot carry data: codes, ids, dates, in few characters. */
final class Harmless {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._~:-]{1,64}");
  private static final Pattern TEXT = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final int MOST_FILTERS = 20;

  /** Filters whose values are codes, dates or numbers. */
  private static final Set<String> FILTERS =
      Set.of(
          "asOf",
          "caisse",
          "centre",
          "contract",
          "cpts",
          "departement",
          "from",
          "indicator",
          "kind",
          "levier",
          "limit",
          "managerKind",
          "mission",
          "on",
          "operation",
          "outcome",
          "quarter",
          "region",
          "resource",
          "specialty",
          "stage",
          "state",
          "to",
          "updatedSince",
          "year");

  /** Of these the name is on record and not the value; of any other not even the name. */
  private static final Set<String> NAMED = Set.of("client", "cursor", "q", "subject");

  private Harmless() {}

  static String orQuestionMark(@Nullable String value) {
    return value != null && CODE.matcher(value).matches() ? value : "?";
  }

  /** An account or client id as a verified token says it. */
  static String id(@Nullable String value) {
    return value != null && TEXT.matcher(value).matches() ? value : "?";
  }

  /** The query as names, with values where these are known to be codes. */
  static @Nullable String filters(MultivaluedMap<String, String> query) {
    if (query.isEmpty()) {
      return null;
    }
    Map<String, List<String>> sorted = new TreeMap<>(query);
    return sorted.entrySet().stream()
        .limit(MOST_FILTERS)
        .map(filter -> filter(filter.getKey(), filter.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String filter(String name, List<String> values) {
    if (!FILTERS.contains(name)) {
      return NAMED.contains(name) ? name : "?";
    }
    return values.stream()
        .limit(MOST_FILTERS)
        .map(value -> name + "=" + orQuestionMark(value))
        .collect(Collectors.joining("&"));
  }
}
