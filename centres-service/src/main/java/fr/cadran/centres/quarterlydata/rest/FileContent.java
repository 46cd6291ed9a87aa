package fr.cadran.centres.quarterlydata.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.cadran.centres.quarterlydata.domain.FieldCodes;
import fr.cadran.centres.quarterlydata.domain.FormField;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent;
import fr.cadran.centres.rule.application.CentresProblem;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.FilePlace;
import fr.cadran.kit.problem.KitProblem;
import fr.cadran.kit.problem.ProblemException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a content from the fields of a file and remembers where each one stood, so that every
 * fault, also one that is found later, names sheet, line and column. An empty field is unknown.
 */
final class FileContent {
  /** Faults beyond these say nothing new. */
  private static final int MOST_FAULTS = 200;

  private static final Pattern PLAIN_NUMBER = Pattern.compile("-?\\d{1,20}(?:[.,]\\d{1,20})?");

  private static final Pattern DATE = Pattern.compile("\\d{1,4}[/-]\\d{1,2}(?:[/-]\\d{1,4})?");

  private final ObjectMapper json;
  private final ObjectNode root;
  private final Map<String, FilePlace> places = new HashMap<>();
  private final Map<String, Integer> rows = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();

  FileContent(ObjectMapper json) {
    this.json = json;
    this.root = json.createObjectNode();
  }

  /** Notes what is wrong with the file. */
  void refuse(@Nullable FilePlace place, String code, Object... arguments) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(Fault.at("", code, arguments).in(place));
    }
  }

  /** A row of the activity, made when it is not there. */
  String activity(String specialty, FilePlace place) {
    return row("/activity", "specialty", specialty, place);
  }

  /** A row of the sessions of a specialty, made when it is not there. */
  String vacation(String specialty, String practitioner, FilePlace place) {
    return row(activity(specialty, place) + "/vacations", "practitioner", practitioner, place);
  }

  /** A row of the practitioners, made when it is not there. */
  String practitioner(String practitioner, FilePlace place) {
    return row("/serviceData/practitioners", "practitioner", practitioner, place);
  }

  private String row(String list, String keyField, String key, FilePlace place) {
    ArrayNode array = array(list);
    Integer known = rows.get(list + "\u0000" + key);
    if (known != null) {
      return list + "/" + known;
    }
    rows.put(list + "\u0000" + key, array.size());
    String pointer = list + "/" + array.size();
    array.addObject().put(keyField, key);
    places.put(pointer, place);
    places.put(pointer + "/" + keyField, place);
    return pointer;
  }

  /** Says that a row is there; the second one with the same key is a fault. */
  void keyed(String pointer, String code, FilePlace place) {
    if (places.putIfAbsent(pointer + "#", place) != null) {
      refuse(place, code);
    }
  }

  /** Puts what stands in a field; nothing when it is empty. */
  void put(String parent, FormField field, @Nullable Object value, FilePlace place) {
    if (value == null || (value instanceof String text && text.isBlank())) {
      return;
    }
    String pointer = parent + "/" + field.code().replace('.', '/');
    if (places.putIfAbsent(pointer, place) != null) {
      refuse(place, FileCodes.FIELD_TWICE);
      return;
    }
    int last = pointer.lastIndexOf('/');
    ObjectNode at = object(pointer.substring(0, last));
    String name = pointer.substring(last + 1);
    switch (field.type()) {
      case COUNT -> number(value, place).ifPresent(count -> putCount(at, name, count, place));
      case NUMBER -> number(value, place).ifPresent(number -> at.put(name, number));
      case CHOICE -> {
        String text = text(value);
        field.choices().stream()
            .filter(choice -> choice.code().equals(text) || choice.label().equalsIgnoreCase(text))
            .findFirst()
            .ifPresentOrElse(
                choice -> at.put(name, choice.code()),
                () -> refuse(place, FileCodes.VALUE_NOT_IN_LIST));
      }
      case TIME, SPECIALTY, PRACTITIONER -> at.put(name, text(value));
    }
  }

  private void putCount(ObjectNode at, String name, BigDecimal count, FilePlace place) {
    if (count.stripTrailingZeros().scale() > 0) {
      refuse(place, FieldCodes.NOT_AN_INTEGER);
    } else if ((long) count.precision() - count.scale() > 18) {
      refuse(place, FieldCodes.TOO_LARGE);
    } else {
      at.put(name, count.longValueExact());
    }
  }

  private Optional<BigDecimal> number(Object value, FilePlace place) {
    if (value instanceof BigDecimal number) {
      return Optional.of(number);
    }
    String text = text(value);
    if (PLAIN_NUMBER.matcher(text).matches()) {
      return Optional.of(new BigDecimal(text.replace(',', '.')));
    }
    refuse(place, codeOf(text));
    return Optional.empty();
  }

  private static String codeOf(String text) {
    if (text.startsWith("=")) {
      return FileCodes.FORMULA_REFUSED;
    }
    return DATE.matcher(text).matches() ? FileCodes.DATE_REFUSED : FileCodes.NOT_A_NUMBER;
  }

  /** A key or a text; an id that was typed as a number is read as it was typed. */
  static String text(Object value) {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : value.toString().strip();
  }

  private ObjectNode object(String pointer) {
    ObjectNode at = root;
    ArrayNode list = null;
    for (String step : pointer.split("/", -1)) {
      if (step.isEmpty()) {
        continue;
      }
      if (list != null) {
        at = (ObjectNode) list.get(Integer.parseInt(step));
        list = null;
      } else if (at.path(step).isArray()) {
        list = (ArrayNode) at.get(step);
      } else {
        at = at.withObjectProperty(step);
      }
    }
    return at;
  }

  private ArrayNode array(String pointer) {
    int last = pointer.lastIndexOf('/');
    return object(pointer.substring(0, last)).withArrayProperty(pointer.substring(last + 1));
  }

  /**
   * What the file declares.
   *
   * @throws ProblemException {@code FILE_REFUSED} (422) with every fault and its place
   */
  QuarterlyContent content() {
    if (!faults.isEmpty()) {
      throw ProblemException.of(CentresProblem.FILE_REFUSED, faults);
    }
    try {
      return json.treeToValue(root, QuarterlyContent.class);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** A refusal of the content, with the places of the file. */
  ProblemException placed(ProblemException refusal) {
    if (refusal.code() != KitProblem.INVALID) {
      return refusal;
    }
    return ProblemException.of(
        CentresProblem.FILE_REFUSED,
        refusal.faults().stream().map(fault -> fault.in(place(fault.pointer()))).toList());
  }

  /** Where a field stood, else the row or the section that it belongs to. */
  private @Nullable FilePlace place(String pointer) {
    String at = pointer;
    while (!at.isEmpty()) {
      FilePlace place = places.get(at);
      if (place != null) {
        return place;
      }
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return null;
  }
}
