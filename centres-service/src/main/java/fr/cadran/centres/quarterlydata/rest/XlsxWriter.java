package fr.cadran.centres.quarterlydata.rest;

import fr.cadran.centres.quarterlydata.domain.FormField;
import fr.cadran.centres.quarterlydata.domain.FormRows;
import fr.cadran.centres.quarterlydata.domain.FormSheet;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * The grid as a workbook that a director fills in: one sheet a section, the structure protected,
 * the codes of the fields in a hidden column or row, lists to choose from, and beside each field
 * what the checks say of it.
 */
final class XlsxWriter {
  static final String COVER = "Lisez-moi";
  static final String LISTS = "Listes";

  /** Rows of the cover that say what the file is: code in the first column, value in the second. */
  static final String VERSION = "modele";

  static final String CENTRE = "centre";
  static final String QUARTER = "trimestre";

  static final List<String> FIELD_COLUMNS = List.of("code", "Donnée", "Unité", "Valeur");
  static final int VALUE_COLUMN = 3;
  static final String CHECKS = "Contrôles";

  /** First row of a sheet with a row for each specialty or practitioner: codes, then labels. */
  static final int FIRST_ROW = 2;

  private static final int BLANK_ROWS = 40;
  private static final String PAPER = "DDEBF7";
  private static final String INPUT = "FFFFE5";
  private static final String LINES = "A6A6A6";
  private static final String RED = "C00000";

  /** Keeps from changing the structure by mistake; nobody is kept from anything else by it. */
  private static final String NO_SECRET = "cadran";

  private static final List<String> INSTRUCTIONS =
      List.of(
          "Grille de recueil trimestriel",
          "Remplissez les cases claires des feuilles suivantes, puis renvoyez ce fichier au format .xlsx.",
          "Une case vide veut dire « inconnu », jamais zéro. Pas de formule, pas de nom de personne.",
          "Les praticiens sont désignés par un identifiant opaque choisi par le centre.",
          "Après un contrôle, les remarques sont à droite des cases et dans leurs commentaires.");

  private final Map<String, String> specialties;
  private final Map<String, String> checks;
  private final FormRows rows;
  private final Set<String> shown = new HashSet<>();

  private XlsxWriter(Map<String, String> specialties, Map<String, String> checks, FormRows rows) {
    this.specialties = specialties;
    this.checks = checks;
    this.rows = rows;
  }

  /**
   * A workbook.
   *
   * @param centre FINESS number, null for the bare template
   * @param quarter the quarter, null for the bare template
   * @param specialties French labels to choose from, by code
   * @param checks what the checks say, by JSON pointer; what has no cell is told on the cover
   */
  static byte[] write(
      @Nullable String centre,
      @Nullable String quarter,
      QuarterlyContent content,
      Map<String, String> specialties,
      Map<String, String> checks) {
    return new XlsxWriter(specialties, checks, new FormRows(content)).write(centre, quarter);
  }

  private byte[] write(@Nullable String centre, @Nullable String quarter) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Cadran", "1.0")) {
      Worksheet cover = workbook.newWorksheet(COVER);
      for (FormSheet sheet : FormSheet.ALL) {
        Worksheet page = workbook.newWorksheet(sheet.name());
        if (sheet.layout() == FormSheet.Layout.FIELDS) {
          fields(page, sheet);
        } else {
          table(page, sheet);
        }
        finish(page);
      }
      cover(cover, centre, quarter);
      lists(workbook.newWorksheet(LISTS));
      workbook.protectStructure(NO_SECRET);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private void cover(Worksheet page, @Nullable String centre, @Nullable String quarter) {
    int row = 0;
    for (String line : INSTRUCTIONS) {
      page.value(row, 1, line);
      page.style(row, 1).wrapText(true).set();
      row++;
    }
    page.style(0, 1).bold().fontSize(14).set();
    row++;
    row = line(page, row, VERSION, FormSheet.VERSION);
    row = line(page, row, CENTRE, centre);
    row = line(page, row, QUARTER, quarter);
    row++;
    for (Map.Entry<String, String> found : checks.entrySet()) {
      if (!shown.contains(found.getKey())) {
        page.value(row, 0, CHECKS);
        page.value(row, 1, found.getValue());
        page.style(row, 1).fontColor(RED).wrapText(true).set();
        row++;
      }
    }
    page.width(0, 14);
    page.width(1, 90);
    finish(page);
  }

  /** As wide as a page of paper, and protected. */
  private static void finish(Worksheet page) {
    page.paperSize(PaperSize.A4_PAPER);
    page.pageOrientation("landscape");
    page.fitToWidth((short) 1);
    page.fitToHeight((short) 0);
    page.protect(NO_SECRET);
  }

  private static int line(Worksheet page, int row, String code, @Nullable String value) {
    page.value(row, 0, code);
    page.style(row, 0).bold().set();
    if (value != null) {
      page.value(row, 1, value);
    }
    return row + 1;
  }

  private void fields(Worksheet page, FormSheet sheet) {
    for (int column = 0; column < FIELD_COLUMNS.size(); column++) {
      page.value(0, column, FIELD_COLUMNS.get(column));
    }
    page.value(0, VALUE_COLUMN + 1, CHECKS);
    page.range(0, 0, 0, VALUE_COLUMN + 1).style().bold().fillColor(PAPER).set();
    FormRows.Row whole = rows.rows(sheet.layout()).getFirst();
    for (int i = 0; i < sheet.fields().size(); i++) {
      FormField field = sheet.fields().get(i);
      int line = i + 1;
      page.value(line, 0, field.code());
      page.value(line, 1, field.label());
      page.value(line, 2, field.unit());
      input(page, line, VALUE_COLUMN, field, rows.value(whole, field));
      tell(page, line, VALUE_COLUMN + 1, found(page, line, VALUE_COLUMN, whole.pointer(field)));
    }
    page.hideColumn(0);
    page.width(1, 48);
    page.width(2, 30);
    page.width(VALUE_COLUMN, 26);
    page.width(VALUE_COLUMN + 1, 70);
    page.freezePane(0, 1);
  }

  private void table(Worksheet page, FormSheet sheet) {
    List<FormField> fields = sheet.fields();
    for (int column = 0; column < fields.size(); column++) {
      FormField field = fields.get(column);
      page.value(0, column, field.code());
      page.value(1, column, field.label() + " (" + field.unit() + ")");
      page.width(column, field.isKey() ? 30 : 16);
    }
    page.value(1, fields.size(), CHECKS);
    page.width(fields.size(), 70);
    page.range(1, 0, 1, fields.size())
        .style()
        .bold()
        .wrapText(true)
        .verticalAlignment("center")
        .fillColor(PAPER)
        .set();
    page.rowHeight(1, 45);
    List<FormRows.Row> filled = rows.rows(sheet.layout());
    for (int i = 0; i < filled.size() + BLANK_ROWS; i++) {
      int line = FIRST_ROW + i;
      FormRows.Row row = i < filled.size() ? filled.get(i) : null;
      List<String> said = new ArrayList<>();
      for (int column = 0; column < fields.size(); column++) {
        FormField field = fields.get(column);
        input(page, line, column, field, row == null ? null : rows.value(row, field));
        String found = row == null ? null : found(page, line, column, row.pointer(field));
        if (found != null) {
          said.add(field.label() + " : " + found);
        }
      }
      tell(page, line, fields.size(), said.isEmpty() ? null : String.join(" ", said));
    }
    page.hideRow(0);
    page.freezePane(1, FIRST_ROW);
  }

  /** What the checks say of a cell, which is noted at the cell itself too. */
  private @Nullable String found(Worksheet page, int line, int column, String pointer) {
    String found = checks.get(pointer);
    if (found != null && shown.add(pointer)) {
      page.comment(line, column, found);
    }
    return found;
  }

  private static void tell(Worksheet page, int line, int column, @Nullable String text) {
    if (text != null) {
      page.value(line, column, text);
      page.style(line, column).fontColor(RED).wrapText(true).set();
    }
  }

  private void input(
      Worksheet page, int line, int column, FormField field, @Nullable Object value) {
    if (value instanceof BigDecimal number) {
      // The plain form: a file has no other.
      page.value(line, column, new BigDecimal(number.toPlainString()));
    } else if (value != null) {
      page.value(line, column, word(field, value.toString()));
    }
    boolean text =
        switch (field.type()) {
          case COUNT, NUMBER -> false;
          case TIME, CHOICE, SPECIALTY, PRACTITIONER -> true;
        };
    page.style(line, column)
        .fillColor(INPUT)
        .borderStyle("thin")
        .borderColor(LINES)
        .format(text ? "@" : "General")
        .protectionOption(ProtectionOption.LOCKED, false)
        .set();
    if (!field.choices().isEmpty()) {
      page.range(line, column, line, column)
          .validateWithListByFormula(
              field.choices().stream()
                  .map(FormField.Choice::label)
                  .collect(Collectors.joining(",", "\"", "\"")));
    } else if (field.type() == FormField.Type.SPECIALTY && !specialties.isEmpty()) {
      page.range(line, column, line, column)
          .validateWithListByFormula(LISTS + "!$A$1:$A$" + specialties.size());
    }
  }

  /** What a person reads for a code. */
  private String word(FormField field, String code) {
    if (field.type() == FormField.Type.SPECIALTY) {
      return specialties.getOrDefault(code, code);
    }
    return field.choices().stream()
        .filter(choice -> choice.code().equals(code))
        .map(FormField.Choice::label)
        .findFirst()
        .orElse(code);
  }

  private void lists(Worksheet page) {
    int row = 0;
    for (String specialty : specialties.values()) {
      page.value(row++, 0, specialty);
    }
    page.setVisibilityState(VisibilityState.HIDDEN);
  }
}
