package fr.cadran.kit.event;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a record must have and the JSON did not: a component that is not {@code @Nullable}.
 */
final class RequiredComponents {

  private RequiredComponents() {}

  /** Path of the first missing component, in records and lists below as well. */
  static Optional<String> missing(Object value) {
    return missing(value, "");
  }

  private static Optional<String> missing(Object value, String path) {
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        Optional<String> found = missing(list.get(i), path + "/" + i);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    if (!(value instanceof Record)) {
      return Optional.empty();
    }
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      String below = path + "/" + component.getName();
      Object part = read(component, value);
      if (part != null) {
        Optional<String> found = missing(part, below);
        if (found.isPresent()) {
          return found;
        }
      } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        return Optional.of(below);
      }
    }
    return Optional.empty();
  }

  private static @Nullable Object read(RecordComponent component, Object value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("event records are public", e);
    }
  }
}
