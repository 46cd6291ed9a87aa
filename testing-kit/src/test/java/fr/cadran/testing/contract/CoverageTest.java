package fr.cadran.testing.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.testing.contract.ContractFolder.Seen;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTest {

  private static final Unreachable DROPPED =
      new Unreachable("cancelVisit", "204", "proved elsewhere");

  private final ApiDocument twoAnswers =
      Visits.with(root -> {
        Visits.object(root, "/paths").retain("/v1/visits/{id}");
        Visits.object(root, "/paths/~1v1~1visits~1{id}").retain("delete");
        Visits.object(root, "/paths/~1v1~1visits~1{id}/delete/responses").retain("204", "404");
      });

  @Test
  void an_answer_no_test_saw_is_found() {
    assertThat(coverage(seen(404)).unseen(List.of()))
        .containsExactly("DELETE /v1/visits/{id} → 204");
  }

  @Test
  void all_answers_seen_is_full_coverage() {
    assertThat(coverage(seen(404), seen(204)).unseen(List.of())).isEmpty();
  }

  @Test
  void an_answer_of_another_operation_does_not_count() {
    assertThat(
            coverage(new Seen("GET", "/v1/visits/{id}", 404), new Seen("DELETE", "/v1/visits", 204))
                .unseen(List.of()))
        .hasSize(2);
  }

  @Test
  void an_exact_status_does_not_cover_the_class_it_is_cut_from() {
    ApiDocument withClass =
        Visits.with(root ->
            Visits.object(root, "/paths/~1v1~1visits~1{id}/delete/responses")
                .set("4XX", root.at("/paths/~1v1~1visits~1{id}/delete/responses/404")));

    assertThat(new Coverage(withClass, Set.of(seen(404))).unseen(List.of()))
        .contains("DELETE /v1/visits/{id} → 4XX");
    assertThat(new Coverage(withClass, Set.of(seen(409))).unseen(List.of()))
        .doesNotContain("DELETE /v1/visits/{id} → 4XX");
  }

  @Test
  void an_answer_declared_out_of_reach_need_not_be_seen() {
    assertThat(coverage(seen(404)).unseen(List.of(DROPPED))).isEmpty();
    assertThat(coverage(seen(404)).wronglyUnreachable(List.of(DROPPED))).isEmpty();
  }

  @Test
  void an_answer_declared_out_of_reach_and_seen_is_found() {
    assertThat(coverage(seen(204)).wronglyUnreachable(List.of(DROPPED)))
        .containsExactly("DELETE /v1/visits/{id} → 204 was seen");
  }

  @Test
  void an_answer_declared_out_of_reach_and_not_documented_is_found() {
    assertThat(
            coverage()
                .wronglyUnreachable(List.of(new Unreachable("*", "503", "needs a dead database"))))
        .containsExactly("* 503 is documented nowhere");
  }

  @Test
  void out_of_reach_needs_its_reason() {
    assertThatThrownBy(() -> new Unreachable("*", "500", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_was_seen_is_used_up_by_the_run_that_reads_it(@TempDir Path target) throws Exception {
    ContractFolder folder = new ContractFolder(target.resolve("contract"));
    folder.add(seen(404));
    folder.add(seen(404));

    assertThat(folder.seen()).containsExactly(seen(404));

    folder.close();

    assertThatThrownBy(folder::seen).hasMessageContaining("is missing");
  }

  private Coverage coverage(Seen... seen) {
    return new Coverage(twoAnswers, Set.of(seen));
  }

  private static Seen seen(int status) {
    return new Seen("DELETE", "/v1/visits/{id}", status);
  }
}
