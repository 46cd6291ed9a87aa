package fr.cadran.indicators.export;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a record: one for each field, {@code inner.field} for those of a record inside.
 * Lists of plain values, or of records of such, stand in one cell; what is deeper has no place in a
 * table and is left to the JSON.
 */
final class RecordColumns {
  private static final String BETWEEN = "; ";

  /** A column with the way to its value. */
  private record Column(String name, List<RecordComponent> path) {}

  private final List<Column> columns;

  RecordColumns(Class<? extends Record> type) {
    this.columns = of(type, List.of()).toList();
  }

  private static Stream<Column> of(Class<?> type, List<RecordComponent> before) {
    return Stream.of(type.getRecordComponents())
        .flatMap(component -> {
          List<RecordComponent> path = new ArrayList<>(before);
          path.add(component);
          if (component.getType().isRecord()) {
            return of(component.getType(), path);
          }
          if (isDeep(component)) {
            return Stream.empty();
          }
          String name =
              path.stream().map(RecordComponent::getName).collect(Collectors.joining("."));
          return Stream.of(new Column(name, List.copyOf(path)));
        });
  }

  /** Lists of records that hold more than plain values; the JSON has them. */
  private static boolean isDeep(RecordComponent component) {
    return Map.class.isAssignableFrom(component.getType())
        || (component.getGenericType() instanceof ParameterizedType list
            && list.getActualTypeArguments()[0] instanceof Class<?> item
            && item.isRecord()
            && Stream.of(item.getRecordComponents())
                .map(RecordComponent::getType)
                .anyMatch(type ->
                    type.isRecord()
                        || Collection.class.isAssignableFrom(type)
                        || Map.class.isAssignableFrom(type)));
  }

  List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** The values of a record, column by column: numbers, truth values, texts, null for unknown. */
  List<@Nullable Object> values(Record row) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Column column : columns) {
      values.add(cell(value(row, column)));
    }
    return values;
  }

  private static @Nullable Object value(Record row, Column column) {
    @Nullable Object value = row;
    for (RecordComponent component : column.path()) {
      if (value == null) {
        return null;
      }
      value = get(component, value);
    }
    return value;
  }

  private static @Nullable Object get(RecordComponent component, Object from) {
    try {
      return component.getAccessor().invoke(from);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  private static @Nullable Object cell(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Number number -> number;
      case Boolean truth -> truth;
      case Collection<?> list ->
          list.stream().map(RecordColumns::text).collect(Collectors.joining(BETWEEN));
      default -> value.toString();
    };
  }

  /** A record in a cell: its values in a row, as in {@code quarterly-data 2013-Q3 1}. */
  private static String text(@Nullable Object value) {
    if (!(value instanceof Record inner)) {
      return String.valueOf(value);
    }
    return Stream.of(inner.getClass().getRecordComponents())
        .map(component -> get(component, inner))
        .filter(one -> one != null)
        .map(RecordColumns::text)
        .collect(Collectors.joining(" "));
  }
}
