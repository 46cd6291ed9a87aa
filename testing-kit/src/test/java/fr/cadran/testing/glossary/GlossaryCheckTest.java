package fr.cadran.testing.glossary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small checkouts in which one thing at a time is wrong. */
class GlossaryCheckTest {

  private static final String HEADER =
      "term_fr,token_in_code,gloss_en,source,banned_synonyms,package,status\n";
  private static final String JAVA = "svc/src/main/java/fr/cadran/centres/visit/domain/";

  @TempDir Path root;

  @BeforeEach
  void a_checkout_with_one_planned_term() throws IOException {
    glossary("mission,Mission,a funded mission,seed 002,Task;WalkIn;Community,-,planned");
    exceptions("");
  }

  @Test
  void a_checkout_that_agrees_has_no_finding() throws IOException {
    java(
        "public record Tasking(String taskingNote, Walk in) { void run(int task) { int area = task; } }");

    assertThat(findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class OpenTaskList {}                                | TYPE «OpenTaskList»",
        "record Visit(String tasks) {}                        | MEMBER «tasks»",
        "class Visit { private int nextTask; }                | MEMBER «nextTask»",
        "class Visit { void addTask() {} }                    | MEMBER «addTask»",
        "enum Visit { TASK_OPEN }                             | MEMBER «TASK_OPEN»",
        "class Visit { boolean walkInAllowed; }               | MEMBER «walkInAllowed»",
        "interface Communities {}                             | TYPE «Communities»",
        "class Visit { class Inner { enum Task {} } }         | TYPE «Task»",
        "@Path(\"/v1/visits/{id: .+}/open-tasks\") class V {} | PATH_SEGMENT «open-tasks»",
        "@Path(\"/v1/{taskId}\") class V {}                   | PATH_SEGMENT «taskId»",
        "record V(@JsonProperty(\"task\") String a) {}        | JSON_PROPERTY «task»",
        "class V { void a(@QueryParam(\"task\") String a) {} }| JSON_PROPERTY «task»",
        "class V { @Column(name = \"task_id\") int a; }       | JSON_PROPERTY «task_id»",
      })
  void a_banned_synonym_in_java_is_found(String source, String found) throws IOException {
    java(source);

    assertThat(findings()).singleElement().asString().contains(found, "«Mission»", "Visit.java");
  }

  @Test
  void a_banned_synonym_in_sql_is_found_and_comments_and_texts_are_not_names() throws IOException {
    write(
        "svc/src/main/resources/db/V1__visit.sql",
        "-- a task\ncreate table visit (task_id bigint, kind text default 'TASK'); /* task */");

    assertThat(findings()).singleElement().asString().contains("SQL_NAME «task_id»");
  }

  @Test
  void a_banned_synonym_in_an_event_schema_is_found() throws IOException {
    write(
        "ev/src/main/resources/s.json", "{\"properties\": {\"openTasks\": {\"type\": \"array\"}}}");

    assertThat(findings()).singleElement().asString().contains("JSON_PROPERTY «openTasks»");
  }

  @Test
  void a_banned_synonym_in_an_api_description_is_found() throws IOException {
    write("ev/src/main/resources/a.yaml", "channels:\n  visits:\n    address: cadran.tasks.v1\n");

    assertThat(findings()).singleElement().asString().contains("PATH_SEGMENT «cadran.tasks.v1»");
  }

  @Test
  void what_is_built_and_what_tests_say_is_not_scanned() throws IOException {
    write("svc/target/src/main/java/Task.java", "class Task {}");
    write("svc/src/test/java/Task.java", "class Task {}");

    assertThat(findings()).isEmpty();
  }

  @Test
  void a_planned_term_that_is_a_type_of_the_domain_asks_for_its_row() throws IOException {
    java("record MissionStarted() {}");

    assertThat(findings())
        .singleElement()
        .asString()
        .contains("«MissionStarted»", "fr.cadran.centres.visit.domain,built");
  }

  @Test
  void a_built_term_is_a_type_or_a_member_in_its_package() throws IOException {
    glossary("mission,Mission,a funded mission,seed 002,,fr.cadran.centres.visit,built");
    java("record Visit(String withMission) {}");

    assertThat(findings()).isEmpty();
  }

  @Test
  void a_built_term_that_is_nowhere_in_its_package_is_found() throws IOException {
    glossary("mission,Mission,a funded mission,seed 002,,fr.cadran.centres.visits,built");
    java("record Mission() {}");

    assertThat(findings()).singleElement().asString().contains("marked built");
  }

  @Test
  void an_exception_excuses_one_name_in_one_file() throws IOException {
    java("class Task {}");
    exceptions("Task," + JAVA + "Visit.java,the word of the scheduler's own API");

    assertThat(findings()).isEmpty();
  }

  @Test
  void an_exception_that_excuses_nothing_is_found() throws IOException {
    exceptions("Task," + JAVA + "Visit.java,the word of the scheduler's own API");

    assertThat(findings()).singleElement().asString().contains("nothing needs an excuse");
  }

  @Test
  void an_exception_without_a_reason_is_refused() throws IOException {
    exceptions("Task," + JAVA + "Visit.java, ");

    assertThatThrownBy(this::findings).hasMessageContaining("none empty");
  }

  @Test
  void a_status_nobody_knows_is_refused() throws IOException {
    glossary("mission,Mission,a funded mission,seed 002,,-,soon");

    assertThatThrownBy(this::findings).hasMessageContaining("«soon»");
  }

  @Test
  void a_row_with_a_cell_missing_is_refused() throws IOException {
    glossary("mission,Mission,a funded mission,seed 002,,planned");

    assertThatThrownBy(this::findings).hasMessageContaining("6 cells");
  }

  private List<String> findings() throws IOException {
    return GlossaryCheck.findings(root);
  }

  private void glossary(String row) throws IOException {
    write("docs/glossary.csv", HEADER + row + "\n");
  }

  private void exceptions(String row) throws IOException {
    write("docs/glossary-exceptions.csv", "identifier,path,reason\n" + row + "\n");
  }

  private void java(String source) throws IOException {
    write(JAVA + "Visit.java", "package fr.cadran.centres.visit.domain;\n" + source + "\n");
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
