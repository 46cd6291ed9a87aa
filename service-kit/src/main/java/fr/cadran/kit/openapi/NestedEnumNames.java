package fr.cadran.kit.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/**
 * Names the schema of an enum that is declared inside a type after both: {@code AvenantState}, not
 * {@code State} or, for the second one met, {@code State1}. A number depends on the order in which
 * classes are found, so a new enum would rename an old one in every client.
 */
final class NestedEnumNames {
  private static final String REFERENCE = "#/components/schemas/";
  private static final Pattern NUMBERED = Pattern.compile("[0-9]+$");
  private static final Pattern EDGE = Pattern.compile("(Request|Response)$");

  private record Shape(String simpleName, List<String> constants) {}

  private final Map<Shape, String> names = new HashMap<>();

  NestedEnumNames(IndexView index) {
    for (ClassInfo type : index.getKnownClasses()) {
      DotName owner = type.enclosingClass();
      if (type.isEnum() && owner != null) {
        String simpleName = type.simpleName();
        List<String> constants = type.enumConstants().stream().map(FieldInfo::name).toList();
        String name =
            EDGE.matcher(owner.withoutPackagePrefix().replaceAll(".*\\$", "")).replaceAll("");
        names.merge(
            new Shape(simpleName, constants), name + simpleName, NestedEnumNames::firstByName);
      }
    }
  }

  /** Two enums that cannot be told apart are one schema, whatever order they are met in. */
  private static String firstByName(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  void apply(OpenAPI api) {
    Map<String, Schema> schemas =
        api.getComponents() == null ? null : api.getComponents().getSchemas();
    if (schemas == null) {
      return;
    }
    Map<String, String> renamed = new TreeMap<>();
    schemas.forEach((name, schema) -> {
      if (schema.getEnumeration() != null) {
        List<String> constants = schema.getEnumeration().stream().map(String::valueOf).toList();
        String simpleName = NUMBERED.matcher(name).replaceFirst("");
        String better = names.get(new Shape(simpleName, constants));
        if (better != null && !better.equals(name)) {
          renamed.put(name, better);
        }
      }
    });
    renamed.forEach((name, better) -> {
      Schema schema = schemas.get(name);
      if (schema != null) {
        api.getComponents().removeSchema(name);
        api.getComponents().addSchema(better, schema);
      }
    });
    EverySchema.of(
        api,
        (place, schema) -> {
          String reference = schema.getRef();
          if (reference != null && reference.startsWith(REFERENCE)) {
            String better = renamed.get(reference.substring(REFERENCE.length()));
            if (better != null) {
              schema.setRef(REFERENCE + better);
            }
          }
        });
  }
}
