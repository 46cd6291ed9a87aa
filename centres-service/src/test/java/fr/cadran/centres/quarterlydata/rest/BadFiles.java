package fr.cadran.centres.quarterlydata.rest;

import fr.cadran.centres.quarterlydata.domain.FormSheet;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent;
import fr.cadran.centres.quarterlydata.domain.RandomContents;
import fr.cadran.kit.problem.FilePlace;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Files that people and programs really send, each with the fault and the place it has to name. */
final class BadFiles {
  private static final String PATIENTS = "2 Patients";
  private static final String ACTIVITY = "3 Activité";
  private static final String PATIENTS_PART = "xl/worksheets/sheet3.xml";
  private static final String ACTIVITY_PART = "xl/worksheets/sheet4.xml";

  /** Where the passages stand. */
  private static final FilePlace PASSAGES = new FilePlace(PATIENTS, 6, "D");

  private BadFiles() {}

  /**
   * A bad file.
   *
   * @param name what is bad about it
   * @param type its media type
   * @param file gives the file
   * @param code what it is refused with
   * @param place where, null when it cannot be told of the whole
   */
  record Bad(String name, String type, Supplier<byte[]> file, String code, FilePlace place) {
    byte[] bytes() {
      return file.get();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** All of them, made from an empty workbook of a centre and a quarter. */
  static List<Bad> of(byte[] workbook) {
    byte[] full = workbook;
    return List.of(
        xlsx("a workbook cut in the middle", half(full), "FILE_UNREADABLE", null),
        xlsx("no workbook at all", utf8("champ;valeur\n"), "FILE_UNREADABLE", null),
        xlsx("nothing", new byte[0], "FILE_UNREADABLE", null),
        xlsx(
            "a damaged sheet",
            WorkbookParts.changed(
                full, PATIENTS_PART, text -> text.substring(0, text.length() / 2)),
            "FILE_UNREADABLE",
            new FilePlace(PATIENTS, null, null)),
        xlsx(
            "a macro workbook",
            WorkbookParts.with(full, "xl/vbaProject.bin", utf8("macro")),
            "MACROS_REFUSED",
            null),
        xlsx(
            "a workbook that says it has macros",
            WorkbookParts.changed(
                full,
                "[Content_Types].xml",
                text -> text.replace("spreadsheetml.sheet.main", "sheet.macroEnabled.main")),
            "MACROS_REFUSED",
            null),
        xlsx(
            "a zip bomb",
            WorkbookParts.with(full, "xl/media/a.bin", new byte[60_000_000]),
            "FILE_UNPACKS_TOO_LARGE",
            null),
        xlsx(
            "a bomb in one row",
            WorkbookParts.changed(
                full,
                PATIENTS_PART,
                text ->
                    text.replace(
                        "</sheetData>",
                        "<row r=\"20\">"
                            + "<c r=\"A20\"/>".repeat(500_000)
                            + "</row></sheetData>")),
            "FILE_UNPACKS_TOO_LARGE",
            null),
        xlsx(
            "300,000 empty rows",
            WorkbookParts.changed(
                full, PATIENTS_PART, text -> text.replace("</sheetData>", rows() + "</sheetData>")),
            "ROWS_TOO_MANY",
            new FilePlace(PATIENTS, 7089, "A")),
        xlsx(
            "an old template",
            WorkbookParts.changed(
                full,
                "xl/sharedStrings.xml",
                text -> text.replace(FormSheet.VERSION, "cadran-grille-0")),
            "TEMPLATE_VERSION",
            new FilePlace(XlsxWriter.COVER, 7, "B")),
        xlsx(
            "a renamed sheet",
            WorkbookParts.changed(
                full, "xl/workbook.xml", text -> text.replace(PATIENTS, "Patientèle")),
            "SHEET_MISSING",
            new FilePlace(PATIENTS, null, null)),
        xlsx(
            "a missing column of fields",
            WorkbookParts.changed(
                full, PATIENTS_PART, text -> text.replaceFirst("<c r=\"D1\".*?</c>", "")),
            "COLUMN_MISSING",
            new FilePlace(PATIENTS, 1, "D")),
        xlsx(
            "a missing column of activity",
            WorkbookParts.changed(
                full, ACTIVITY_PART, text -> text.replaceFirst("<c r=\"E1\".*?</c>", "")),
            "COLUMN_MISSING",
            new FilePlace(ACTIVITY, 1, "E")),
        xlsx(
            "a line that does not say its specialty",
            WorkbookParts.changed(
                full,
                ACTIVITY_PART,
                text -> text.replaceFirst("<c r=\"C5\"[^>]*></c>", "<c r=\"C5\"><v>3</v></c>")),
            "KEY_MISSING",
            new FilePlace(ACTIVITY, 5, "A")),
        xlsx(
            "a formula",
            passages(full, "<c r=\"D6\"><f>1+2</f><v>3</v></c>"),
            "FORMULA_REFUSED",
            PASSAGES),
        xlsx(
            "an Excel date",
            WorkbookParts.changed(
                passages(full, "<c r=\"D6\" s=\"0\"><v>41548</v></c>"),
                "xl/styles.xml",
                text -> text.replaceFirst("(<cellXfs[^>]*><xf[^>]*numFmtId=\")\\d+\"", "$114\"")),
            "DATE_REFUSED",
            PASSAGES),
        xlsx(
            "a word for a number",
            passages(full, "<c r=\"D6\" t=\"inlineStr\"><is><t>mille</t></is></c>"),
            "NOT_A_NUMBER",
            PASSAGES),
        xlsx(
            "a figure that cannot be",
            passages(full, "<c r=\"D6\"><v>12.5</v></c>"),
            "NOT_AN_INTEGER",
            PASSAGES),
        csv(
            "Windows-1252",
            "champ;valeur\npatients.passages;é\nfin;\n".getBytes(Charset.forName("windows-1252")),
            "ENCODING_NOT_UTF8",
            new FilePlace(null, 2, "B")),
        csv(
            "commas",
            utf8("champ,valeur\npatients.passages,1\nfin,\n"),
            "WRONG_DELIMITER",
            new FilePlace(null, 1, "A")),
        csv(
            "a missing column",
            utf8("champ;unite\npatients.passages;passages\nfin;\n"),
            "COLUMN_MISSING",
            new FilePlace(null, 1, "B")),
        csv(
            "CSV cut between two lines",
            utf8("champ;valeur\npatients.passages;1500\n"),
            "END_MISSING",
            new FilePlace(null, 2, "A")),
        csv(
            "CSV cut within a line",
            utf8("champ;valeur\npatients.passages;15"),
            "END_MISSING",
            new FilePlace(null, 2, "A")),
        csv(
            "300,000 empty lines",
            utf8("champ;valeur\n" + ";\n".repeat(300_000) + "fin;\n"),
            "ROWS_TOO_MANY",
            new FilePlace(null, 20_001, "A")),
        csv(
            "a formula in CSV",
            utf8("champ;valeur\npatients.passages;=1+2\nfin;\n"),
            "FORMULA_REFUSED",
            new FilePlace(null, 2, "B")),
        csv(
            "a date in CSV",
            utf8("champ;valeur\npatients.passages;01/10/2013\nfin;\n"),
            "DATE_REFUSED",
            new FilePlace(null, 2, "B")),
        csv(
            "a field of nothing",
            utf8("champ;valeur\npatients.visits;1\nfin;\n"),
            "FIELD_UNKNOWN",
            new FilePlace(null, 2, "A")),
        csv(
            "a field given twice",
            utf8("champ;valeur\npatients.passages;1\npatients.passages;1\nfin;\n"),
            "FIELD_TWICE",
            new FilePlace(null, 3, "B")),
        csv(
            "a quotation without an end",
            utf8("champ;valeur\npatients.passages;\"1\nfin;\n"),
            "FILE_UNREADABLE",
            new FilePlace(null, 1, null)));
  }

  private static Bad xlsx(String name, byte[] bytes, String code, FilePlace place) {
    return new Bad(name, FileTypes.XLSX, () -> bytes, code, place);
  }

  private static Bad csv(String name, byte[] bytes, String code, FilePlace place) {
    return new Bad(name, FileTypes.CSV, () -> bytes, code, place);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] half(byte[] file) {
    return Arrays.copyOf(file, file.length / 2);
  }

  private static String rows() {
    StringBuilder rows = new StringBuilder();
    for (int i = 100; i < 300_100; i++) {
      rows.append("<row r=\"").append(i).append("\"/>");
    }
    return rows.toString();
  }

  /** An empty workbook with another cell for the passages. */
  static byte[] passages(byte[] workbook, String cell) {
    return WorkbookParts.changed(
        workbook, PATIENTS_PART, text -> text.replaceFirst("<c r=\"D6\"[^>]*></c>", cell));
  }

  /** An empty workbook as the service gives it. */
  static byte[] empty(String centre, String quarter) {
    return XlsxWriter.write(
        centre, quarter, QuarterlyContent.EMPTY, RandomContents.LABELS, Map.of());
  }
}
