package fr.cadran.testing.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.testing.contract.ContractChecked;
import fr.cadran.testing.contract.PublishedOperation;
import fr.cadran.testing.token.Tokens;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Asks of every operation of a service what becomes of every role in every situation. The
 * operations come from the API description that the running service publishes; what to expect comes
 * from the {@link AccessRow}s of the subclass. An operation without a row fails, so does a row
 * without an operation: whoever adds an operation adds a row.
 *
 * <p>Every refusal of an operation is asked of one resource, which then serves the success: the
 * refusals changed nothing and were no accident. A caller of the right role without the scope and
 * one of the wrong role with it are both refused, hence scope and policy are proved apart.
 *
 * <p>The published table {@code docs/access.md} is made from the same rows. {@code -Dcadran.access}
 * says what to do when it differs: {@code check} (the default) fails, {@code write} rewrites the
 * part of this service. From the root of the project:
 *
 * <pre>{@code
 * ./mvnw -pl centres-service,indicators-service,cpts-contract-service,gateway -am test \
 *     -Dtest='*AccessMatrixTest' -Dsurefire.failIfNoSpecifiedTests=false -Dcadran.access=write
 * }</pre>
 */
@ContractChecked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AccessMatrix {
  private static final Logger LOG = Logger.getLogger(AccessMatrix.class);

  private static final String AS_IT_IS = "as it is";

  // Refusals change nothing, so they are asked several at a time; most of each is waiting.
  private static final int AT_ONCE = 6;

  private final String service;
  private final Bearers bearers = new Bearers();
  private final ExecutorService askers = Executors.newFixedThreadPool(AT_ONCE);
  private @Nullable AccessClient client;
  private @Nullable List<PublishedOperation> operations;
  private @Nullable Map<String, AccessRow> byOperation;

  /**
   * A matrix.
   *
   * @param service as the published page names it
   */
  protected AccessMatrix(String service) {
    this.service = service;
  }

  /** One row for each operation of the service, besides those that every service has. */
  protected abstract List<AccessRow> rows();

  /** The operations, of the description that the service publishes. */
  protected String description() {
    return RestAssured.given()
        .noFilters()
        .queryParam("format", "json")
        .get("/q/openapi")
        .asString();
  }

  /** Rows of the operations that the kit gives to every service. */
  protected List<AccessRow> rowsOfTheKit() {
    return List.of(
        AccessRow.of("getProblem")
            .openToEverybody()
            .succeedsWith(200, () -> Call.to("/v1/problems/common/NOT_FOUND")));
  }

  @Test
  void every_operation_has_a_row_and_every_row_an_operation() {
    matchRows();
  }

  @Test
  void who_may_call_holds_the_scope_in_the_realm() {
    matchScopes();
  }

  void matchRows() {
    assertThat(rowsByOperation().keySet())
        .as("rows of the matrix and operationIds of the description")
        .containsExactlyInAnyOrderElementsOf(
            operations().stream().map(PublishedOperation::id).toList());
  }

  void matchScopes() {
    List<String> wrong = new ArrayList<>();
    for (PublishedOperation operation : operations()) {
      row(operation)
          .ifPresent(row ->
              Arrays.stream(Role.values())
                  .filter(role -> row.reach(role) != Reach.NONE)
                  .filter(role -> !Tokens.scopesOf(role.token()).containsAll(operation.scopes()))
                  .forEach(role ->
                      wrong.add(
                          role.token()
                              + " lacks "
                              + operation.scopes()
                              + " for "
                              + operation.id())));
    }
    assertThat(wrong).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> every_role_in_every_situation() {
    return known(operation -> judge(operation, row(operation).orElseThrow()));
  }

  @TestFactory
  Stream<DynamicTest> what_is_out_of_reach_answers_as_what_does_not_exist() {
    return known(operation -> compare(operation, row(operation).orElseThrow()));
  }

  @Test
  void the_published_table_says_the_same() throws IOException {
    AccessPage page = AccessPage.published();
    page.settle(service, section());
  }

  @AfterAll
  void say_how_large_the_matrix_is() {
    LOG.infof("access matrix of %s: %s, %d calls sent", service, size(), client().sent());
    askers.close();
    client().close();
  }

  private Stream<DynamicTest> known(Function<PublishedOperation, List<String>> findings) {
    return operations().stream()
        .filter(operation -> row(operation).isPresent())
        .map(operation ->
            DynamicTest.dynamicTest(
                operation.id(),
                () -> assertThat(findings.apply(operation)).as(operation.id()).isEmpty()));
  }

  private List<String> judge(PublishedOperation operation, AccessRow row) {
    List<Role> allowed = allowed(row);
    assertThat(allowed).as("roles that may call " + operation.id()).isNotEmpty();
    List<String> findings = new ArrayList<>();
    Call first = row.prepare(allowed.getFirst());
    if (!operation.matches(first.path())) {
      findings.add(first.path() + " is no path of " + operation.path());
    }
    Arrays.stream(Role.values())
        .filter(role -> !allowed.contains(role))
        .forEach(role -> findings.addAll(refuse(operation, row, first, role)));
    for (Role role : allowed) {
      // What refused the first role and those that may not at all serves the first success.
      Call own = role == allowed.getFirst() ? first : row.prepare(role);
      findings.addAll(refuse(operation, row, own, role));
      boolean used = false;
      for (Situation situation : Situation.values()) {
        if (row.expected(role, situation) == Expectation.SUCCESS) {
          Call fresh = used && !operation.method().equals("GET") ? row.prepare(role) : own;
          used = true;
          findings.addAll(check(operation, row, fresh, role, situation));
        }
      }
    }
    return findings;
  }

  private static List<Role> allowed(AccessRow row) {
    return Arrays.stream(Role.values()).filter(role -> row.reach(role) != Reach.NONE).toList();
  }

  private List<String> refuse(PublishedOperation operation, AccessRow row, Call call, Role role) {
    return together(
        Arrays.stream(Situation.values())
            .filter(situation -> {
              Expectation expected = row.expected(role, situation);
              return expected != Expectation.SUCCESS && expected != Expectation.NOT_APPLICABLE;
            })
            .<Callable<List<String>>>map(
                situation -> () -> check(operation, row, call, role, situation))
            .toList());
  }

  /** The findings of several questions, in their order. */
  private List<String> together(List<Callable<List<String>>> questions) {
    try {
      List<String> findings = new ArrayList<>();
      for (Future<List<String>> answered : askers.invokeAll(questions)) {
        findings.addAll(answered.get());
      }
      return findings;
    } catch (ExecutionException broken) {
      throw new IllegalStateException("a call of the matrix could not be made", broken.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }

  private List<String> check(
      PublishedOperation operation, AccessRow row, Call call, Role role, Situation situation) {
    Answer answer = send(operation, call, role, situation);
    Expectation expected = row.expected(role, situation);
    String cell = role.token() + " × " + situation + " (" + expected + ")";
    int status = status(row, expected);
    String code = code(row, expected);
    if (answer.status() != status || !answer.body().contains(code)) {
      return List.of(cell + ": expected " + status + " " + code + ", got " + answer.shortened());
    }
    if (expected == Expectation.SUCCESS && !call.shows().test(answer.body())) {
      return List.of(cell + ": does not show the resource: " + answer.shortened());
    }
    if (expected == Expectation.OUT_OF_REACH
        && row.denial().hides()
        && call.shows().test(answer.body())) {
      return List.of(cell + ": shows the resource: " + answer.shortened());
    }
    return List.of();
  }

  private static int status(AccessRow row, Expectation expected) {
    return switch (expected) {
      case SUCCESS -> row.success();
      case OUT_OF_REACH -> row.denial().hides() ? row.success() : row.denial().status();
      case NOT_ITS_PART -> 409;
      case FORBIDDEN -> 403;
      case UNAUTHENTICATED -> 401;
      case NOT_APPLICABLE -> throw new IllegalStateException("nothing to ask");
    };
  }

  /** What the answer says besides its status, so that no other refusal passes for this one. */
  private static String code(AccessRow row, Expectation expected) {
    return switch (expected) {
      case OUT_OF_REACH ->
          switch (row.denial().status()) {
            case 404 -> "\"NOT_FOUND\"";
            case 403 -> "\"FORBIDDEN\"";
            default -> "";
          };
      case NOT_ITS_PART -> "\"NOT_FOR_THIS_PARTY\"";
      case FORBIDDEN -> "\"FORBIDDEN\"";
      case UNAUTHENTICATED -> "\"UNAUTHENTICATED\"";
      case SUCCESS, NOT_APPLICABLE -> "";
    };
  }

  /** Whatever is sent along, and in whatever state it is. */
  private List<String> compare(PublishedOperation operation, AccessRow row) {
    List<String> findings = new ArrayList<>();
    if (!row.isBounded()) {
      return findings;
    }
    List<Role> allowed = allowed(row);
    Call call = row.prepare(allowed.getFirst());
    if (row.denial().hides()) {
      return operation.hasLimit() ? compareLists(operation, row, call) : findings;
    }
    if (row.denial().status() != 404) {
      return findings;
    }
    for (Role role : Role.values()) {
      boolean ownCall = operation.method().equals("GET") && allowed.contains(role);
      Call asked = ownCall ? row.prepare(role) : call;
      String absent = asked.absent();
      if (absent == null || absent.equals(asked.path())) {
        findings.add("the row does not say what does not exist");
        return findings;
      }
      Map<String, Call> variants = variants(operation, asked);
      List<Callable<List<String>>> questions = new ArrayList<>();
      for (Situation situation : Situation.values()) {
        if (row.expected(role, situation) == Expectation.OUT_OF_REACH) {
          boolean thorough = allowed.contains(role) && situation == Situation.OUT_OF_SCOPE;
          variants.forEach((name, variant) -> {
            if (thorough || name.equals(AS_IT_IS)) {
              questions.add(() -> compare(operation, variant, absent, role, situation, name));
            }
          });
        }
      }
      findings.addAll(together(questions));
    }
    return findings;
  }

  private List<String> compare(
      PublishedOperation operation,
      Call asked,
      String absent,
      Role role,
      Situation situation,
      String name) {
    Answer there = send(operation, asked, role, situation);
    Answer nowhere = send(operation, asked.at(absent), role, situation);
    return there.form(asked.path()).equals(nowhere.form(absent))
        ? List.of()
        : List.of(
            "%s × %s, %s:%n  out of reach %s%n  not existing %s"
                .formatted(role.token(), situation, name, there.shortened(), nowhere.shortened()));
  }

  private static Map<String, Call> variants(PublishedOperation operation, Call call) {
    Map<String, Call> variants = new LinkedHashMap<>();
    variants.put(AS_IT_IS, call);
    variants.put("without headers", call.withoutHeaders());
    for (String tag : new String[] {"*", "\"1\"", "\"stale\"", "not a tag"}) {
      variants.put("If-Match " + tag, call.withoutHeaders().header("If-Match", tag));
      variants.put("If-None-Match " + tag, call.withoutHeaders().header("If-None-Match", tag));
    }
    if (!operation.method().equals("GET")) {
      variants.put("no key", call.header("Idempotency-Key", ""));
      variants.put("long key", call.header("Idempotency-Key", "k".repeat(200)));
      for (String body :
          new String[] {"", "{}", "[]", "null", "{\"cut", "{\"unknownField\": 1}", "text"}) {
        variants.put("body " + body, call.with(body));
      }
      variants.put("other type", call.with("text/plain", "text"));
    }
    return variants;
  }

  private List<String> compareLists(PublishedOperation operation, AccessRow row, Call call) {
    List<String> findings = new ArrayList<>();
    for (Role role : Role.values()) {
      if (row.expected(role, Situation.OUT_OF_SCOPE) == Expectation.OUT_OF_REACH) {
        Call asked = row.reach(role) == Reach.NONE ? call : row.prepare(role);
        Call narrow = asked.at(asked.path() + (asked.path().contains("?") ? "&" : "?") + "limit=1");
        Answer answer = send(operation, narrow, role, Situation.OUT_OF_SCOPE);
        if (!answer.body().replaceAll("\\s", "").contains("\"next\":null")
            || answer.headers().containsKey("link")) {
          findings.add(role.token() + " is told that more follows: " + answer.shortened());
        }
      }
    }
    return findings;
  }

  private Answer send(PublishedOperation operation, Call call, Role role, Situation situation) {
    return client()
        .send(
            operation.method(),
            call,
            bearers.of(call.place(), role, situation, operation.scopes().stream().findFirst()));
  }

  private MatrixSize size() {
    List<AccessRow> rows =
        operations().stream().flatMap(operation -> row(operation).stream()).toList();
    long applicable = 0;
    long successes = 0;
    for (AccessRow row : rows) {
      for (Role role : Role.values()) {
        for (Situation situation : Situation.values()) {
          Expectation expected = row.expected(role, situation);
          applicable += expected == Expectation.NOT_APPLICABLE ? 0 : 1;
          successes += expected == Expectation.SUCCESS ? 1 : 0;
        }
      }
    }
    long cells = (long) rows.size() * Role.values().length * Situation.values().length;
    return new MatrixSize(rows.size(), cells, applicable, successes);
  }

  private String section() {
    return AccessPage.section(
        service,
        size(),
        operations().stream()
            .sorted(
                Comparator.comparing(PublishedOperation::path)
                    .thenComparing(PublishedOperation::method))
            .flatMap(
                operation -> row(operation).stream().map(row -> AccessPage.line(operation, row)))
            .toList());
  }

  private Optional<AccessRow> row(PublishedOperation operation) {
    return Optional.ofNullable(rowsByOperation().get(operation.id()));
  }

  private synchronized Map<String, AccessRow> rowsByOperation() {
    Map<String, AccessRow> known = byOperation;
    if (known == null) {
      known =
          Stream.concat(rows().stream(), rowsOfTheKit().stream())
              .collect(
                  Collectors.toMap(
                      AccessRow::operation,
                      Function.identity(),
                      (one, other) -> {
                        throw new IllegalStateException("two rows for " + one.operation());
                      },
                      LinkedHashMap::new));
      byOperation = known;
    }
    return known;
  }

  private synchronized List<PublishedOperation> operations() {
    List<PublishedOperation> read = operations;
    if (read == null) {
      read = PublishedOperation.all(description());
      operations = read;
    }
    return read;
  }

  private synchronized AccessClient client() {
    AccessClient open = client;
    if (open == null) {
      open = new AccessClient("http://localhost:" + RestAssured.port);
      client = open;
    }
    return open;
  }
}
