package fr.cadran.centres.quarterlydata.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.centres.quarterlydata.domain.ContentDifference;
import fr.cadran.centres.quarterlydata.domain.FormSheet;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent;
import fr.cadran.centres.quarterlydata.domain.RandomContents;
import fr.cadran.kit.http.StrictJson;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.FilePlace;
import fr.cadran.kit.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRoundTripTest {
  private static final String CENTRE = "930012345";
  private static final String QUARTER = "2013-Q3";
  private static final String PATIENTS = "2 Patients";

  private static final ObjectMapper JSON = mapper();

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
  void what_libreoffice_saves_again_is_accepted_and_the_same(@TempDir Path folder)
      throws IOException, InterruptedException {
    assumeTrue(onPath("soffice"), "LibreOffice (soffice) is not installed: its file was not tried");
    Path file = folder.resolve("grid.xlsx");
    Path out = Files.createDirectory(folder.resolve("out"));
    QuarterlyContent content = RandomContents.full();
    Files.write(file, workbook(content));

    Process office =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                out.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertThat(office.waitFor(120, TimeUnit.SECONDS)).as("LibreOffice ended").isTrue();

    assertSame(xlsx(Files.readAllBytes(out.resolve("grid.xlsx"))).content(), content);
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  @Test
  void the_structure_is_protected_and_lists_are_offered() throws IOException {
    byte[] file = workbook(QuarterlyContent.EMPTY);
    String patients = part(file, "xl/worksheets/sheet3.xml");

    assertThat(patients).contains("sheetProtection", "hidden=");
    assertThat(part(file, "xl/worksheets/sheet4.xml"))
        .contains("dataValidation", "Listes!$A$1:$A$5");
    assertThat(part(file, "xl/worksheets/sheet7.xml"))
        .contains("cumul depuis le 1er janvier,trimestre seul");
    assertThat(part(file, "xl/workbook.xml")).contains("workbookProtection", PATIENTS);
  }

  @Test
  void what_the_checks_say_stands_beside_the_cell() throws IOException {
    byte[] file =
        XlsxWriter.write(
            CENTRE,
            QUARTER,
            QuarterlyContent.EMPTY,
            RandomContents.LABELS,
            Map.of("/patients/passages", "Trop de passages", "", "Grille sans un seul chiffre"));
    String texts = all(file);

    assertThat(texts).contains("Trop de passages", "Grille sans un seul chiffre");
    assertThat(all(file)).contains("comments");
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

  @Test
  void a_damaged_file_is_refused() {
    byte[] good = workbook(RandomContents.full());

    for (byte[] bad :
        List.of(
            new byte[0],
            "champ;valeur".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(good, good.length / 2),
            Arrays.copyOf(good, 100))) {
      assertRefused(xlsx(bad), "FILE_UNREADABLE", null);
    }
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
  void macros_are_refused() throws IOException {
    byte[] good = workbook(QuarterlyContent.EMPTY);

    assertRefused(
        xlsx(with(good, "xl/vbaProject.bin", "macro".getBytes(StandardCharsets.UTF_8))),
        "MACROS_REFUSED",
        null);
    assertRefused(
        xlsx(
            changed(
                good,
                "[Content_Types].xml",
                (name, text) ->
                    text.replace("spreadsheetml.sheet.main", "sheet.macroEnabled.main"))),
        "MACROS_REFUSED",
        null);
  }

  @Test
  void a_zip_bomb_is_refused_before_it_is_unpacked() throws IOException {
    byte[] bomb = with(workbook(QuarterlyContent.EMPTY), "xl/media/a.bin", new byte[40_000_000]);

    assertThat(bomb.length).isLessThan(2_000_000);
    assertRefused(xlsx(bomb), "FILE_UNPACKS_TOO_LARGE", null);
  }

  @Test
  void a_document_type_is_refused() throws IOException {
    byte[] file =
        changed(
            workbook(QuarterlyContent.EMPTY),
            "xl/workbook.xml",
            (name, text) ->
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                    + text.replaceFirst("<\\?xml[^>]*\\?>", ""));
    assertRefused(xlsx(file), "FILE_UNREADABLE", null);
  }

  @Test
  void hundreds_of_thousands_of_empty_rows_are_refused_in_bounded_memory() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int i = 100; i < 300_100; i++) {
      rows.append("<row r=\"").append(i).append("\"/>");
    }
    byte[] file =
        changed(
            workbook(QuarterlyContent.EMPTY),
            "xl/worksheets/sheet3.xml",
            (name, text) -> text.replace("</sheetData>", rows + "</sheetData>"));

    // The title, eleven fields, and the rows from the hundredth on.
    assertRefused(xlsx(file), "ROWS_TOO_MANY", new FilePlace(PATIENTS, 7089, "A"));
  }

  @Test
  void another_version_of_the_template_is_refused() throws IOException {
    byte[] file =
        changed(
            workbook(QuarterlyContent.EMPTY),
            null,
            (name, text) -> text.replace(FormSheet.VERSION, "cadran-grille-0"));
    assertThat(faults(xlsx(file))).extracting(Fault::code).containsExactly("TEMPLATE_VERSION");
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

  @Test
  void a_renamed_sheet_and_a_missing_column_are_told() throws IOException {
    byte[] good = workbook(QuarterlyContent.EMPTY);

    assertRefused(
        xlsx(changed(good, "xl/workbook.xml", (name, text) -> text.replace(PATIENTS, "Patients"))),
        "SHEET_MISSING",
        new FilePlace(PATIENTS, null, null));
    assertRefused(
        xlsx(
            changed(
                good,
                "xl/worksheets/sheet3.xml",
                (name, text) -> text.replaceFirst("<c r=\"D1\".*?</c>", ""))),
        "COLUMN_MISSING",
        new FilePlace(PATIENTS, 1, "D"));
  }

  /** The workbook with another cell for the passages, which stand in D6 of the patients. */
  private static byte[] passages(String cell) throws IOException {
    return changed(
        workbook(QuarterlyContent.EMPTY),
        "xl/worksheets/sheet3.xml",
        (name, text) -> {
          String changed = text.replaceFirst("<c r=\"D6\"( s=\"\\d+\")?/>", cell);
          if (changed.equals(text)) {
            changed = text.replaceFirst("<c r=\"D6\"[^>]*></c>", cell);
          }
          assertThat(changed).isNotEqualTo(text);
          return changed;
        });
  }

  @Test
  void a_cell_that_is_no_number_is_refused_at_its_place() throws IOException {
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
  void a_date_is_no_number() throws IOException {
    byte[] file =
        changed(
            passages("<c r=\"D6\" s=\"0\"><v>41548</v></c>"),
            "xl/styles.xml",
            (name, text) ->
                text.replaceFirst("(<cellXfs[^>]*><xf[^>]*numFmtId=\")\\d+\"", "$114\""));
    assertRefused(xlsx(file), "DATE_REFUSED", new FilePlace(PATIENTS, 6, "D"));
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
        CsvForm.read(
            "champ;valeur\npatients.passages;é\n".getBytes(Charset.forName("windows-1252")), JSON),
        "ENCODING_NOT_UTF8",
        new FilePlace(null, 2, "B"));
    assertRefused(
        csv("champ,valeur\npatients.passages,1\n"), "WRONG_DELIMITER", new FilePlace(null, 1, "A"));
    assertRefused(uncut(""), "FILE_UNREADABLE", null);
    assertRefused(csv("champ;unite\n"), "COLUMN_MISSING", new FilePlace(null, 1, "B"));
    assertRefused(
        csv("champ;valeur\npatients.visits;1\n"), "FIELD_UNKNOWN", new FilePlace(null, 2, "A"));
    assertRefused(
        csv("champ;valeur\npatients.passages;1\npatients.passages;1\n"),
        "FIELD_TWICE",
        new FilePlace(null, 3, "B"));
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
    assertThat(faults(csv("champ;valeur\npatients.passages;\"1"))).isNotEmpty();
    assertThatThrownBy(() -> csv("champ;valeur\n" + ";\n".repeat(20_001)).content())
        .isInstanceOf(ProblemException.class);
  }

  // Files are taken apart and put together again as packages.

  private static byte[] with(byte[] file, String name, byte[] part) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      copy(file, zip, null, (any, text) -> text);
      zip.putNextEntry(new ZipEntry(name));
      zip.write(part);
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  private static byte[] changed(byte[] file, String name, BiFunction<String, String, String> change)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      copy(file, zip, name, change);
    }
    return bytes.toByteArray();
  }

  private static void copy(
      byte[] file, ZipOutputStream to, String name, BiFunction<String, String, String> change)
      throws IOException {
    for (Map.Entry<String, byte[]> part : parts(file).entrySet()) {
      byte[] bytes = part.getValue();
      if (name == null || part.getKey().equals(name)) {
        bytes =
            change
                .apply(part.getKey(), new String(bytes, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
      }
      to.putNextEntry(new ZipEntry(part.getKey()));
      to.write(bytes);
      to.closeEntry();
    }
  }

  private static String part(byte[] file, String name) throws IOException {
    byte[] bytes = parts(file).get(name);
    if (bytes == null) {
      throw new AssertionError("no " + name);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String all(byte[] file) throws IOException {
    StringBuilder all = new StringBuilder();
    parts(file)
        .forEach(
            (name, bytes) -> all.append(name).append(new String(bytes, StandardCharsets.UTF_8)));
    return all.toString();
  }

  private static Map<String, byte[]> parts(byte[] file) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        try (InputStream unpacked = zip.getInputStream(part)) {
          parts.put(part.getName(), unpacked.readAllBytes());
        }
      }
    }
    return parts;
  }
}
