package fr.cadran.centres.quarterlydata.domain;

import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.ActivityRow;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent.OpeningSlot;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Contents that the rules accept, with every field now missing, now there. Fields are found by
 * reflection, so that one which is added later is in them too.
 */
public final class RandomContents {
  /** French labels of the specialties that they use, by code. */
  public static final Map<String, String> LABELS = labels();

  private static final List<String> SPECIALTIES = List.copyOf(LABELS.keySet());

  private static Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("MEDECINE_GENERALE", "Médecine générale");
    labels.put("ORL", "ORL");
    labels.put("SOINS_INFIRMIERS", "Soins infirmiers");
    labels.put("IMAGERIE", "Imagerie");
    labels.put("DENTAIRE", "Dentaire");
    return Collections.unmodifiableMap(labels);
  }

  private final Random random;
  private final double missing;

  private RandomContents(long seed, double missing) {
    this.random = new Random(seed);
    this.missing = missing;
  }

  /** A content; the same one for the same seed. */
  public static QuarterlyContent of(long seed) {
    return (QuarterlyContent) new RandomContents(seed, 0.3).filled(QuarterlyContent.class);
  }

  /** A content in which every field is filled in. */
  public static QuarterlyContent full() {
    return (QuarterlyContent) new RandomContents(1, 0).filled(QuarterlyContent.class);
  }

  private Object filled(Class<?> type) {
    if (type == OpeningSlot.class) {
      return slot();
    }
    RecordComponent[] parts = type.getRecordComponents();
    Object[] values = new Object[parts.length];
    Class<?>[] types = new Class<?>[parts.length];
    for (int i = 0; i < parts.length; i++) {
      types[i] = parts[i].getType();
      boolean key =
          parts[i].getName().equals("specialty") || parts[i].getName().equals("practitioner");
      values[i] = !key && random.nextDouble() < missing ? null : value(parts[i]);
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(impossible.getMessage(), impossible);
    }
  }

  private Object value(RecordComponent part) {
    Class<?> type = part.getType();
    if (type == Long.class) {
      return part.getName().toLowerCase(java.util.Locale.ROOT).endsWith("rooms")
          ? (Object) random.nextLong(10_000)
          : random.nextLong(1_000_000_000_000L);
    }
    if (type == BigDecimal.class) {
      return part.getName().equals("answerRate")
          ? BigDecimal.valueOf(random.nextLong(10_000_000_001L), 10)
          : amount();
    }
    if (type == String.class) {
      return part.getName().equals("specialty")
          ? SPECIALTIES.get(random.nextInt(SPECIALTIES.size()))
          : practitioner();
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }
    if (type == List.class) {
      ParameterizedType list = (ParameterizedType) part.getGenericType();
      return list((Class<?>) list.getActualTypeArguments()[0]);
    }
    return filled(type);
  }

  private BigDecimal amount() {
    // As many digits as a figure may have, with or without cents.
    int decimals = random.nextInt(3);
    return BigDecimal.valueOf(
        random.nextLong(BigDecimal.TEN.pow(12 + decimals).longValueExact()), decimals);
  }

  /** Ids that a spreadsheet likes to take for something else are among them. */
  private String practitioner() {
    List<String> odd = List.of("p1", "007", "1e5", "TRUE", "12-03", "p_1-a", "1");
    return random.nextBoolean()
        ? odd.get(random.nextInt(odd.size()))
        : "p" + Long.toString(random.nextLong(1_000_000_000L), 36);
  }

  private List<Object> list(Class<?> type) {
    List<Object> rows = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    int most = missing == 0 ? 3 : random.nextInt(5);
    for (int i = 0; i < most; i++) {
      Object row = filled(type);
      if (keys.add(key(row))) {
        rows.add(row);
      }
    }
    Collections.shuffle(rows, random);
    return rows;
  }

  private static String key(Object row) {
    return switch (row) {
      case ActivityRow activity -> activity.specialty();
      case QuarterlyContent.Vacation vacation -> vacation.practitioner();
      case QuarterlyContent.PractitionerActivity activity -> activity.practitioner();
      default -> throw new AssertionError(row.getClass());
    };
  }

  private OpeningSlot slot() {
    if (random.nextInt(4) == 0) {
      return new OpeningSlot("00:00", "00:00");
    }
    int start = random.nextInt(1438);
    int end = start + 1 + random.nextInt(1439 - start);
    return new OpeningSlot(time(start), time(end));
  }

  private static String time(int minutes) {
    return "%02d:%02d".formatted(minutes / 60, minutes % 60);
  }
}
