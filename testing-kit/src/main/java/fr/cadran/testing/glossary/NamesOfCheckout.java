package fr.cadran.testing.glossary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Collects the names chosen in the main sources of a checkout: declared types, fields, record
 * components, enum constants and methods of Java; segments and parameters of {@code @Path}; names
 * given by {@code @JsonProperty}, {@code @QueryParam} and the like; property keys of JSON and YAML
 * resources; every word of SQL scripts that is neither comment nor text.
 *
 * <p>Local variables and method parameters are not names of the domain and are left out.
 */
final class NamesOfCheckout {

  private static final Set<String> NOT_SOURCES =
      Set.of("target", "node_modules", ".git", ".cadran", ".idea", ".vscode");
  private static final Set<String> NAMING_ANNOTATIONS =
      Set.of("JsonProperty", "QueryParam", "RestQuery", "HeaderParam", "Column", "Table");
  private static final Pattern SQL_NOISE =
      Pattern.compile("--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'", Pattern.DOTALL);
  private static final Pattern SQL_WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Path root;
  private final List<Name> names = new ArrayList<>();

  private NamesOfCheckout(Path root) {
    this.root = root;
  }

  /** Every name in the {@code src/main} folders under the root. */
  static List<Name> under(Path root) throws IOException {
    NamesOfCheckout collector = new NamesOfCheckout(root);
    List<Path> files = collector.mainFiles();
    collector.java(files.stream().filter(file -> hasSuffix(file, ".java")).toList());
    for (Path file : files) {
      if (hasSuffix(file, ".sql")) {
        collector.sql(file);
      } else if (hasSuffix(file, ".json")) {
        collector.keys(new ObjectMapper().readTree(file.toFile()), collector.relative(file));
      } else if (hasSuffix(file, ".yaml") || hasSuffix(file, ".yml")) {
        collector.keys(new YAMLMapper().readTree(file.toFile()), collector.relative(file));
      }
    }
    return List.copyOf(collector.names);
  }

  private List<Path> mainFiles() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            Path name = folder.getFileName();
            return name != null && NOT_SOURCES.contains(name.toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (("/" + relative(file)).contains("/src/main/")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(null);
    return files;
  }

  private static boolean hasSuffix(Path file, String suffix) {
    return file.toString().endsWith(suffix);
  }

  private String relative(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  private void java(List<Path> files) throws IOException {
    if (files.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager sources =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  sources,
                  null,
                  List.of("-proc:none"),
                  null,
                  sources.getJavaFileObjectsFromPaths(files));
      for (CompilationUnitTree unit : task.parse()) {
        Path file = Path.of(unit.getSourceFile().toUri());
        new JavaNames(String.valueOf(unit.getPackageName()), relative(file)).scan(unit, null);
      }
    }
  }

  /** Walks one compilation unit. */
  private final class JavaNames extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final String packageName;
    private final String path;

    JavaNames(String packageName, String path) {
      this.packageName = packageName;
      this.path = path;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
      if (!type.getSimpleName().isEmpty()) {
        names.add(new Name(Name.Kind.TYPE, type.getSimpleName().toString(), packageName, path));
      }
      type.getMembers().stream()
          .filter(VariableTree.class::isInstance)
          .map(VariableTree.class::cast)
          .forEach(field -> member(field.getName().toString()));
      return super.visitClass(type, null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
      String name = method.getName().toString();
      if (!name.equals("<init>") && !overrides(method)) {
        member(name);
      }
      return super.visitMethod(method, null);
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void unused) {
      String type = annotation.getAnnotationType().toString();
      String simple = type.substring(type.lastIndexOf('.') + 1);
      annotation.getArguments().stream()
          .flatMap(JavaNames::value)
          .forEach(text -> {
            if (simple.equals("Path") || simple.equals("ApplicationPath")) {
              segments(text);
            } else if (NAMING_ANNOTATIONS.contains(simple)) {
              names.add(new Name(Name.Kind.JSON_PROPERTY, text, packageName, path));
            }
          });
      return super.visitAnnotation(annotation, null);
    }

    private void member(String name) {
      names.add(new Name(Name.Kind.MEMBER, name, packageName, path));
    }

    private void segments(String template) {
      for (String segment : template.split("/", -1)) {
        String name = segment.replaceAll("[{}]|:.*", "");
        if (!name.isBlank()) {
          names.add(new Name(Name.Kind.PATH_SEGMENT, name, packageName, path));
        }
      }
    }

    /** What a method overrides was named elsewhere, perhaps by the JDK. */
    private static boolean overrides(MethodTree method) {
      return !method.getModifiers().getFlags().contains(Modifier.STATIC)
          && method.getModifiers().getAnnotations().stream()
              .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
    }

    private static Stream<String> value(ExpressionTree argument) {
      if (argument instanceof AssignmentTree assignment) {
        boolean names = Set.of("value", "name").contains(assignment.getVariable().toString());
        return names ? value(assignment.getExpression()) : Stream.empty();
      }
      return argument instanceof LiteralTree literal
              && literal.getKind() == Tree.Kind.STRING_LITERAL
          ? Stream.of(String.valueOf(literal.getValue()))
          : Stream.empty();
    }
  }

  private void keys(@Nullable JsonNode node, String path) {
    if (node == null) {
      return;
    }
    node.properties()
        .forEach(property -> {
          // A key with a slash is a path of an API description.
          for (String part : property.getKey().split("/", -1)) {
            if (!part.isBlank()) {
              names.add(new Name(Name.Kind.JSON_PROPERTY, part, "", path));
            }
          }
          if (property.getKey().equals("address") && property.getValue().isTextual()) {
            names.add(new Name(Name.Kind.PATH_SEGMENT, property.getValue().textValue(), "", path));
          }
        });
    node.forEach(child -> keys(child, path));
  }

  private void sql(Path file) throws IOException {
    String script = SQL_NOISE.matcher(Files.readString(file)).replaceAll(" ");
    Matcher word = SQL_WORD.matcher(script);
    while (word.find()) {
      names.add(new Name(Name.Kind.SQL_NAME, word.group(), "", relative(file)));
    }
  }
}
