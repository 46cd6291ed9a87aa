package fr.cadran.contracts.contract.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A place where two rounds of a negotiation differ.
 *
 * @param pointer of the place; missions and indicators by their codes, other lists by position
 * @param before what stood there, null when nothing did
 * @param after what stands there, null when nothing does
 */
public record TermsDifference(String pointer, @Nullable String before, @Nullable String after) {

  /** Every difference, in the order of the pointers. */
  public static List<TermsDifference> between(ContractTerms before, ContractTerms after) {
    return between(before.content(), after.content());
  }

  /** Every difference between two contents as they are signed. */
  public static List<TermsDifference> between(Map<String, ?> before, Map<String, ?> after) {
    TreeMap<String, String> left = new TreeMap<>();
    TreeMap<String, String> right = new TreeMap<>();
    flatten("", before, left);
    flatten("", after, right);
    TreeSet<String> places = new TreeSet<>(left.keySet());
    places.addAll(right.keySet());
    List<TermsDifference> differences = new ArrayList<>();
    for (String place : places) {
      String was = left.get(place);
      String is = right.get(place);
      if (was == null || !was.equals(is)) {
        differences.add(new TermsDifference(place, was, is));
      }
    }
    return differences;
  }

  private static void flatten(String pointer, Object value, Map<String, String> leaves) {
    switch (value) {
      case Map<?, ?> object ->
          object.forEach((name, member) -> {
            if (member != null) {
              flatten(pointer + "/" + name, member, leaves);
            }
          });
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          flatten(pointer + "/" + nameOf(list.get(i), i), list.get(i), leaves);
        }
      }
      default -> {
        String json = CanonicalForm.of(Map.of("v", value)).text();
        String bare = json.substring("{\"v\":".length(), json.length() - 1);
        leaves.put(pointer, bare.startsWith("\"") ? bare.substring(1, bare.length() - 1) : bare);
      }
    }
  }

  private static String nameOf(Object item, int position) {
    if (item instanceof Map<?, ?> object) {
      Object name = object.get("mission") == null ? object.get("code") : object.get("mission");
      if (name != null) {
        return name.toString();
      }
    }
    return String.valueOf(position);
  }
}
