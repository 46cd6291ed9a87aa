package fr.cadran.centres.quarterlydata.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.centres.quarterlydata.domain.ContentDifference;
import fr.cadran.centres.quarterlydata.domain.FormSheet;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent;
import fr.cadran.centres.quarterlydata.domain.RandomContents;
import fr.cadran.kit.http.StrictJson;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.FilePlace;
import fr.cadran.kit.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FileRoundTripTest {
  private static final String CENTRE = "930012345";
  private static final String QUARTER = "2013-Q3";
  private static final String PATIENTS = "2 Patients";

  static final ObjectMapper JSON = mapper();

  private static ObjectMapper mapper() {
    ObjectMapper mapper = new ObjectMapper();
    new StrictJson().customize(mapper);
    return mapper;
  }

  private static byte[] workbook(QuarterlyContent content) {
    return XlsxWriter.write(CENTRE, QUARTER, content, RandomContents.LABELS, Map.of());
  }

  private static FileContent xlsx(byte[] file) {
    return XlsxReader.read(file, CENTRE, QUARTER, RandomContents.LABELS, JSON);
  }

  private static void assertSame(QuarterlyContent read, QuarterlyContent written) {
    assertThat(ContentDifference.between(written, read)).isEmpty();
  }

  @Property(tries = 40)
  void a_workbook_returns_what_it_was_made_from(@ForAll long seed) {
    QuarterlyContent content = RandomContents.of(seed);
    assertSame(xlsx(workbook(content)).content(), content);
  }

  @Property(tries = 100)
  void csv_returns_what_it_was_made_from(@ForAll long seed) {
    QuarterlyContent content = RandomContents.of(seed);
    assertSame(CsvForm.read(CsvForm.write(content), JSON).content(), content);
  }

  @Test
  void every_field_and_none_come_back() {
    for (QuarterlyContent content : List.of(RandomContents.full(), QuarterlyContent.EMPTY)) {
      assertSame(xlsx(workbook(content)).content(), content);
      assertSame(CsvForm.read(CsvForm.write(content), JSON).content(), content);
    }
  }

  @Test
  void the_structure_is_protected_and_lists_are_offered() {
    byte[] file = workbook(QuarterlyContent.EMPTY);
    String patients = WorkbookParts.part(file, "xl/worksheets/sheet3.xml");

    assertThat(patients).contains("sheetProtection", "hidden=");
    assertThat(WorkbookParts.part(file, "xl/worksheets/sheet4.xml"))
        .contains("dataValidation", "Listes!$A$1:$A$5");
    assertThat(WorkbookParts.part(file, "xl/worksheets/sheet7.xml"))
        .contains("cumul depuis le 1er janvier,trimestre seul");
    assertThat(WorkbookParts.part(file, "xl/workbook.xml"))
        .contains("workbookProtection", PATIENTS);
  }

  @Test
  void the_cover_and_every_sheet_print_as_wide_as_a_page_of_a4() {
    byte[] file = workbook(RandomContents.full());

    for (int sheet = 1; sheet <= FormSheet.ALL.size() + 1; sheet++) {
      assertThat(WorkbookParts.part(file, "xl/worksheets/sheet" + sheet + ".xml"))
          .contains(
              "fitToPage=\"true\"", "paperSize=\"9\"", "fitToWidth=\"1\"", "fitToHeight=\"0\"");
    }
  }

  @Test
  void what_the_checks_say_stands_beside_the_cell() {
    byte[] file =
        XlsxWriter.write(
            CENTRE,
            QUARTER,
            QuarterlyContent.EMPTY,
            RandomContents.LABELS,
            Map.of("/patients/passages", "Trop de passages", "", "Grille sans un seul chiffre"));
    String texts = WorkbookParts.all(file);

    assertThat(texts).contains("Trop de passages", "Grille sans un seul chiffre");
    assertThat(WorkbookParts.all(file)).contains("comments");
    assertSame(xlsx(file).content(), QuarterlyContent.EMPTY);
  }

  // What is wrong with a file, with its place.

  private static List<Fault> faults(FileContent content) {
    try {
      content.content();
    } catch (ProblemException refusal) {
      assertThat(refusal.code().name()).isEqualTo("FILE_REFUSED");
      return refusal.faults();
    }
    throw new AssertionError("the file is accepted");
  }

  private static void assertRefused(FileContent content, String code, FilePlace place) {
    assertThat(faults(content))
        .anySatisfy(fault -> {
          assertThat(fault.code()).isEqualTo(code);
          assertThat(fault.place()).isEqualTo(place);
        });
  }

  static List<BadFiles.Bad> badFiles() {
    return BadFiles.of(BadFiles.empty(CENTRE, QUARTER));
  }

  @ParameterizedTest
  @MethodSource("badFiles")
  @Timeout(10)
  void a_bad_file_is_refused_with_its_place(BadFiles.Bad bad) {
    FileContent read =
        bad.type().equals(FileTypes.CSV) ? CsvForm.read(bad.bytes(), JSON) : xlsx(bad.bytes());
    assertRefused(read, bad.code(), bad.place());
  }

  @Property(tries = 60)
  void a_file_cut_anywhere_or_changed_anywhere_never_does_more_than_be_refused(
      @ForAll int cut, @ForAll int change, @ForAll byte by) {
    byte[] good = workbook(QuarterlyContent.EMPTY);
    byte[] bad = Arrays.copyOf(good, Math.floorMod(cut, good.length));
    if (bad.length > 0) {
      bad[Math.floorMod(change, bad.length)] ^= by;
    }
    try {
      xlsx(bad).content();
    } catch (ProblemException refused) {
      assertThat(refused.faults()).isNotEmpty();
    }
  }

  @Test
  void a_document_type_is_refused() {
    byte[] file =
        WorkbookParts.changed(
            workbook(QuarterlyContent.EMPTY),
            "xl/workbook.xml",
            text ->
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                    + text.replaceFirst("<\\?xml[^>]*\\?>", ""));
    assertRefused(xlsx(file), "FILE_UNREADABLE", null);
  }

  @Test
  void the_file_of_another_centre_or_quarter_is_refused_and_the_bare_template_is_not() {
    byte[] file = workbook(QuarterlyContent.EMPTY);

    assertRefused(
        XlsxReader.read(file, "930099999", QUARTER, RandomContents.LABELS, JSON),
        "OTHER_CENTRE_OR_QUARTER",
        new FilePlace(XlsxWriter.COVER, 8, "B"));
    assertRefused(
        XlsxReader.read(file, CENTRE, "2013-Q4", RandomContents.LABELS, JSON),
        "OTHER_CENTRE_OR_QUARTER",
        new FilePlace(XlsxWriter.COVER, 9, "B"));
    byte[] template =
        XlsxWriter.write(null, null, QuarterlyContent.EMPTY, RandomContents.LABELS, Map.of());
    assertSame(xlsx(template).content(), QuarterlyContent.EMPTY);
  }

  private static byte[] passages(String cell) {
    return BadFiles.passages(workbook(QuarterlyContent.EMPTY), cell);
  }

  @Test
  void a_cell_that_is_no_number_is_refused_at_its_place() {
    FilePlace place = new FilePlace(PATIENTS, 6, "D");

    assertRefused(xlsx(passages("<c r=\"D6\"><f>1+2</f><v>3</v></c>")), "FORMULA_REFUSED", place);
    assertRefused(
        xlsx(passages("<c r=\"D6\" t=\"inlineStr\"><is><t>mille</t></is></c>")),
        "NOT_A_NUMBER",
        place);
    assertRefused(xlsx(passages("<c r=\"D6\" t=\"b\"><v>1</v></c>")), "NOT_A_NUMBER", place);
    assertRefused(xlsx(passages("<c r=\"D6\"><v>12.5</v></c>")), "NOT_AN_INTEGER", place);
    assertRefused(xlsx(passages("<c r=\"D6\"><v>1e30</v></c>")), "TOO_LARGE", place);
    assertThat(
            xlsx(passages("<c r=\"D6\" t=\"inlineStr\"><is><t>1500</t></is></c>"))
                .content()
                .patients()
                .passages())
        .isEqualTo(1500);
  }

  @Test
  void what_the_rules_refuse_later_keeps_its_place() {
    FileContent read = xlsx(workbook(RandomContents.full()));
    ProblemException placed =
        read.placed(ProblemException.invalid("/patients/passages", "NEGATIVE"));

    assertThat(placed.faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.pointer()).isEqualTo("/patients/passages");
          assertThat(fault.place()).isEqualTo(new FilePlace(PATIENTS, 6, "D"));
        });
  }

  /** A file with its last line. */
  private static FileContent csv(String text) {
    return uncut(text + "fin;\n");
  }

  private static FileContent uncut(String text) {
    return CsvForm.read(text.getBytes(StandardCharsets.UTF_8), JSON);
  }

  @Test
  void csv_is_read_by_the_names_of_its_fields() {
    FileContent read =
        csv(
            """
            \uFEFFchamp;valeur
            patients.passages;1500
            patients.answerRate;0,9
            patients.newPatients;

            activity[DENTAIRE].acts;12
            activity[DENTAIRE].vacations[p1].perWeek;6.5
            serviceData.practitioners[p1].acts;7
            """);
    QuarterlyContent content = read.content();

    assertThat(content.patients().passages()).isEqualTo(1500);
    assertThat(content.patients().answerRate()).isEqualByComparingTo("0.9");
    assertThat(content.patients().newPatients()).isNull();
    assertThat(content.activityRows())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.specialty()).isEqualTo("DENTAIRE");
          assertThat(row.acts()).isEqualTo(12);
          assertThat(row.vacations()).hasSize(1);
        });
    assertThat(content.practitionerRows()).hasSize(1);
  }

  @Test
  void csv_that_is_wrong_is_refused_with_its_line() {
    assertRefused(
        csv("champ;valeur\npatients.passages;1 500\n"),
        "NOT_A_NUMBER",
        new FilePlace(null, 2, "B"));
    assertRefused(
        csv("champ;valeur\npatients.passages\n"), "COLUMN_MISSING", new FilePlace(null, 2, "B"));
    assertRefused(
        csv("champ;valeur\nfinance.purchases.basis;ANNEE\n"),
        "VALUE_NOT_IN_LIST",
        new FilePlace(null, 2, "B"));
  }
}
