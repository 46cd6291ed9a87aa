package fr.cadran.testing.glossary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Holds the names of a checkout against its glossary.
 *
 * <ul>
 *   <li>A banned synonym is found when its words stand one after the other, in the singular or the
 *       plural, in a declared type, field, record component, enum constant or method, in a path
 *       segment, a JSON property, an SQL name or an event schema ({@code Task} bans {@code
 *       TaskList} and {@code open_tasks}, not {@code Tasking}).
 *   <li>A term marked built must be a type or a member in its package or below.
 *   <li>A term marked planned must not be part of a type's name in the packages of the domain: the
 *       row is then out of date.
 *   <li>A line of exceptions names one identifier in one file; a line that excuses nothing fails.
 * </ul>
 */
public final class GlossaryCheck {

  /** Where the language of the domain is spoken; elsewhere a contract may be one of an API. */
  private static final List<String> DOMAIN =
      List.of(
          "fr.cadran.centres", "fr.cadran.indicators", "fr.cadran.contracts", "fr.cadran.events");

  private final List<Name> names;
  private final List<Term> terms;
  private final List<Permit> permits;
  private final Map<String, Words> split = new HashMap<>();

  private GlossaryCheck(List<Name> names, List<Term> terms, List<Permit> permits) {
    this.names = names;
    this.terms = terms;
    this.permits = permits;
  }

  /**
   * What is wrong in the checkout, one sentence each, sorted; empty when all names agree.
   *
   * @param root the root of a checkout, with {@code docs/glossary.csv} and {@code
   *     docs/glossary-exceptions.csv}
   * @throws IOException when a file cannot be read or parsed
   * @throws IllegalArgumentException when a row of either file has the wrong form
   */
  public static List<String> findings(Path root) throws IOException {
    GlossaryCheck check =
        new GlossaryCheck(
            NamesOfCheckout.under(root),
            rows(root.resolve("docs/glossary.csv")).map(Term::parse).toList(),
            rows(root.resolve("docs/glossary-exceptions.csv")).map(Permit::parse).toList());
    return check.findings();
  }

  private static Stream<String> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).filter(line -> !line.isBlank());
  }

  private List<String> findings() {
    TreeSet<String> findings = new TreeSet<>();
    List<Permit> unused = new ArrayList<>(permits);
    for (Term term : terms) {
      for (Name name : offending(term)) {
        Optional<Permit> permit = permits.stream().filter(p -> p.covers(name)).findFirst();
        permit.ifPresentOrElse(unused::remove, () -> findings.add(sentence(term, name)));
      }
      if (term.built() && names.stream().noneMatch(name -> isHome(term, name))) {
        findings.add(
            "«%s» is marked built, and no type or member in %s has its words"
                .formatted(term.token(), term.home()));
      }
    }
    unused.forEach(permit ->
        findings.add(
            "docs/glossary-exceptions.csv excuses «%s» in %s, where nothing needs an excuse"
                .formatted(permit.identifier(), permit.path())));
    return List.copyOf(findings);
  }

  private List<Name> offending(Term term) {
    return names.stream()
        .filter(name -> synonym(term, name).isPresent() || isBuiltUnsaid(term, name))
        .toList();
  }

  private Optional<String> synonym(Term term, Name name) {
    return term.bannedSynonyms().stream()
        .filter(synonym -> words(name.text()).contain(words(synonym)))
        .findFirst();
  }

  private boolean isBuiltUnsaid(Term term, Name name) {
    return !term.built()
        && name.kind() == Name.Kind.TYPE
        && DOMAIN.stream().anyMatch(home -> isWithin(name.packageName(), home))
        && words(name.text()).contain(words(term.token()));
  }

  private boolean isHome(Term term, Name name) {
    return (name.kind() == Name.Kind.TYPE || name.kind() == Name.Kind.MEMBER)
        && isWithin(name.packageName(), term.home())
        && words(name.text()).contain(words(term.token()));
  }

  /** Each name is held against each term, so its words are split once. */
  private Words words(String text) {
    return split.computeIfAbsent(text, Words::of);
  }

  private static boolean isWithin(String packageName, String home) {
    return packageName.equals(home) || packageName.startsWith(home + ".");
  }

  private String sentence(Term term, Name name) {
    return synonym(term, name)
        .map(synonym ->
            "%s: %s «%s» says «%s»; the glossary's word is «%s»"
                .formatted(name.path(), name.kind(), name.text(), synonym, term.token()))
        .orElseGet(() ->
            "%s: type «%s» shows that «%s» is built; its row must end in %s,built"
                .formatted(name.path(), name.text(), term.token(), name.packageName()));
  }
}
