package fr.cadran.testing.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Compares what is documented with what tests saw. */
final class Coverage {

  private final ApiDocument document;
  private final Set<ContractFolder.Seen> seen;

  Coverage(ApiDocument document, Set<ContractFolder.Seen> seen) {
    this.document = document;
    this.seen = seen;
  }

  /** Documented answers that no test saw and nobody declared out of reach. */
  List<String> unseen(Collection<Unreachable> unreachable) {
    return answers().stream()
        .filter(answer -> !wasSeen(answer))
        .filter(answer ->
            unreachable.stream().noneMatch(one -> one.covers(answer.operation, answer.status)))
        .map(Answer::name)
        .toList();
  }

  /** Answers declared out of reach that a test did see, or that are not documented. */
  List<String> wronglyUnreachable(Collection<Unreachable> unreachable) {
    List<String> wrong = new ArrayList<>();
    for (Unreachable one : unreachable) {
      List<Answer> covered =
          answers().stream().filter(a -> one.covers(a.operation, a.status)).toList();
      if (covered.isEmpty()) {
        wrong.add(one.operationId() + " " + one.status() + " is documented nowhere");
      }
      covered.stream().filter(this::wasSeen).forEach(a -> wrong.add(a.name() + " was seen"));
    }
    return wrong;
  }

  private List<Answer> answers() {
    return document.operations().stream()
        .flatMap(operation ->
            operation.node().path("responses").properties().stream()
                .map(entry -> new Answer(operation, entry.getKey())))
        .toList();
  }

  private boolean wasSeen(Answer answer) {
    return seen.stream()
        .anyMatch(one ->
            one.method().equals(answer.operation.method())
                && one.path().equals(answer.operation.path())
                && isDocumentedBy(one.status(), answer));
  }

  /** A status counts for the most exact key that documents it. */
  private static boolean isDocumentedBy(int status, Answer answer) {
    JsonNode responses = answer.operation.node().path("responses");
    return ApiDocument.keys(status).stream()
        .filter(responses::has)
        .findFirst()
        .filter(answer.status::equals)
        .isPresent();
  }

  private record Answer(ApiOperation operation, String status) {
    String name() {
      return operation.name() + " → " + status;
    }
  }
}
