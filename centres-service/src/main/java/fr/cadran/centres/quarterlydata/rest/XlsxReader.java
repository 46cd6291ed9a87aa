package fr.cadran.centres.quarterlydata.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.centres.quarterlydata.domain.FieldCodes;
import fr.cadran.centres.quarterlydata.domain.FormField;
import fr.cadran.centres.quarterlydata.domain.FormSheet;
import fr.cadran.kit.problem.FilePlace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Reads a workbook that {@link XlsxWriter} made and somebody filled in. Rows are streamed and
 * counted, and {@link XlsxPackage} has looked at the parts before, so that memory stays bounded
 * whatever the file says of itself.
 */
final class XlsxReader {
  /** Rows that a sheet may say anything of, even that they are empty; a filled one has fewer. */
  private static final int MOST_ROWS = 7000;

  /** A spreadsheet computes with 15 significant digits; what lies behind them is not the user's. */
  private static final MathContext OF_A_SPREADSHEET = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final BigDecimal MINUTES = BigDecimal.valueOf(24 * 60);
  private static final BigDecimal ONE_SECOND = new BigDecimal("0.017");

  private final FileContent content;
  private final String centre;
  private final String quarter;
  private final Map<String, String> specialties = new HashMap<>();

  /** The sheet that is being read, null before the first. */
  private @Nullable FilePlace sheetAtHand;

  private XlsxReader(
      FileContent content, String centre, String quarter, Map<String, String> labels) {
    this.content = content;
    this.centre = centre;
    this.quarter = quarter;
    labels.forEach((code, label) -> specialties.put(label.toLowerCase(Locale.FRENCH), code));
  }

  /**
   * What a file declares, or what is wrong with it.
   *
   * @param centre FINESS number of the centre that it has to be of
   * @param quarter the quarter that it has to be of
   * @param specialties French labels by code
   */
  static FileContent read(
      byte[] file,
      String centre,
      String quarter,
      Map<String, String> specialties,
      ObjectMapper json) {
    FileContent content = new FileContent(json);
    Optional<String> refused = XlsxPackage.refusalOf(file);
    if (refused.isPresent()) {
      content.refuse(null, refused.get());
      return content;
    }
    XlsxReader reader = new XlsxReader(content, centre, quarter, specialties);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true))) {
      reader.read(workbook);
    } catch (IOException | RuntimeException unreadable) {
      // The library tells a damaged part in many ways; to who sent it they are one.
      content.refuse(reader.sheetAtHand, FileCodes.FILE_UNREADABLE);
    }
    return content;
  }

  private void read(ReadableWorkbook workbook) throws IOException {
    Map<String, Sheet> sheets = new HashMap<>();
    try (Stream<Sheet> all = workbook.getSheets()) {
      all.forEach(sheet -> sheets.put(sheet.getName(), sheet));
    }
    Sheet cover = sheets.get(XlsxWriter.COVER);
    FilePlace front = new FilePlace(XlsxWriter.COVER, null, null);
    sheetAtHand = front;
    if (cover == null) {
      content.refuse(front, FileCodes.SHEET_MISSING);
      return;
    }
    if (!isOurs(cover)) {
      return;
    }
    for (FormSheet sheet : FormSheet.ALL) {
      Sheet page = sheets.get(sheet.name());
      FilePlace whole = new FilePlace(sheet.name(), null, null);
      sheetAtHand = whole;
      if (page == null) {
        content.refuse(whole, FileCodes.SHEET_MISSING);
      } else if (sheet.layout() == FormSheet.Layout.FIELDS) {
        fields(page, sheet);
      } else {
        table(page, sheet);
      }
    }
  }

  private boolean isOurs(Sheet cover) throws IOException {
    Map<String, String> said = new HashMap<>();
    Map<String, FilePlace> places = new HashMap<>();
    try (Stream<Row> rows = cover.openStream()) {
      rows.limit(MOST_ROWS)
          .forEach(row -> {
            String code = text(cell(row, 0));
            if (!code.isEmpty()) {
              said.putIfAbsent(code, text(cell(row, 1)));
              places.putIfAbsent(code, new FilePlace(XlsxWriter.COVER, row.getRowNum(), "B"));
            }
          });
    }
    if (!FormSheet.VERSION.equals(said.get(XlsxWriter.VERSION))) {
      content.refuse(
          places.getOrDefault(XlsxWriter.VERSION, new FilePlace(XlsxWriter.COVER, null, null)),
          FileCodes.TEMPLATE_VERSION,
          FormSheet.VERSION);
      return false;
    }
    boolean same = true;
    for (Map.Entry<String, String> expected :
        Map.of(XlsxWriter.CENTRE, centre, XlsxWriter.QUARTER, quarter).entrySet()) {
      String given = said.getOrDefault(expected.getKey(), "");
      // The bare template names neither: the address does.
      if (!given.isEmpty() && !given.equals(expected.getValue())) {
        content.refuse(places.get(expected.getKey()), FileCodes.OTHER_CENTRE_OR_QUARTER);
        same = false;
      }
    }
    return same;
  }

  private void fields(Sheet page, FormSheet sheet) throws IOException {
    Map<String, FormField> byCode = new HashMap<>();
    sheet.fields().forEach(field -> byCode.put(field.code(), field));
    try (Stream<Row> rows = page.openStream()) {
      Iterator<Row> lines = rows.iterator();
      if (!lines.hasNext() || !hasColumns(sheet, lines.next(), XlsxWriter.FIELD_COLUMNS)) {
        return;
      }
      for (int read = 1; lines.hasNext(); read++) {
        Row row = lines.next();
        if (isOneTooMany(read, sheet, row)) {
          return;
        }
        FilePlace place = place(sheet, row, XlsxWriter.VALUE_COLUMN);
        FormField field = byCode.get(text(cell(row, 0)));
        Object value = value(cell(row, XlsxWriter.VALUE_COLUMN), field, place);
        if (field != null) {
          content.put("", field, value, place);
        } else if (value != null) {
          content.refuse(place, FileCodes.FIELD_UNKNOWN);
        }
      }
    }
  }

  private void table(Sheet page, FormSheet sheet) throws IOException {
    List<String> codes = sheet.fields().stream().map(FormField::code).toList();
    try (Stream<Row> rows = page.openStream()) {
      Iterator<Row> lines = rows.iterator();
      if (!lines.hasNext() || !hasColumns(sheet, lines.next(), codes)) {
        return;
      }
      for (int read = 1; lines.hasNext(); read++) {
        Row row = lines.next();
        if (isOneTooMany(read, sheet, row)) {
          return;
        }
        if (row.getRowNum() > XlsxWriter.FIRST_ROW) {
          line(sheet, row);
        }
      }
    }
  }

  private void line(FormSheet sheet, Row row) {
    List<FormField> fields = sheet.fields();
    boolean empty = true;
    Map<String, String> keys = new HashMap<>();
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < fields.size(); i++) {
      FormField field = fields.get(i);
      Object value = value(cell(row, i), field, place(sheet, row, i));
      values[i] = value == null ? "" : value;
      if (value != null) {
        empty = false;
        if (field.isKey()) {
          keys.put(field.code(), key(field, FileContent.text(value)));
        }
      }
    }
    if (empty) {
      return;
    }
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).isKey() && !keys.containsKey(fields.get(i).code())) {
        content.refuse(place(sheet, row, i), FileCodes.KEY_MISSING);
        return;
      }
    }
    FilePlace first = place(sheet, row, 0);
    String specialty = keys.getOrDefault("specialty", "");
    String practitioner = keys.getOrDefault("practitioner", "");
    String pointer =
        switch (sheet.layout()) {
          case ACTIVITY -> content.activity(specialty, first);
          case VACATIONS -> content.vacation(specialty, practitioner, place(sheet, row, 1));
          case PRACTITIONERS -> content.practitioner(practitioner, first);
          case FIELDS -> throw new IllegalStateException("a sheet of fields has no such lines");
        };
    content.keyed(
        pointer,
        sheet.layout() == FormSheet.Layout.ACTIVITY
            ? FieldCodes.DUPLICATE_SPECIALTY
            : FieldCodes.DUPLICATE_PRACTITIONER,
        first);
    for (int i = 0; i < fields.size(); i++) {
      if (!fields.get(i).isKey()) {
        content.put(pointer, fields.get(i), values[i], place(sheet, row, i));
      }
    }
  }

  /** Programs write a last row far below when a column has a style; only their number counts. */
  private boolean isOneTooMany(int read, FormSheet sheet, Row row) {
    if (read <= MOST_ROWS) {
      return false;
    }
    content.refuse(place(sheet, row, 0), FileCodes.ROWS_TOO_MANY, MOST_ROWS);
    return true;
  }

  private boolean hasColumns(FormSheet sheet, Row row, List<String> columns) {
    for (int i = 0; i < columns.size(); i++) {
      if (row.getRowNum() != 1 || !columns.get(i).equals(text(cell(row, i)))) {
        content.refuse(
            new FilePlace(sheet.name(), 1, column(i)), FileCodes.COLUMN_MISSING, columns.get(i));
        return false;
      }
    }
    return true;
  }

  private static FilePlace place(FormSheet sheet, Row row, int column) {
    return new FilePlace(sheet.name(), row.getRowNum(), column(column));
  }

  /** A specialty may be told by its label or by its code. */
  private String key(FormField field, String text) {
    return field.type() == FormField.Type.SPECIALTY
        ? specialties.getOrDefault(text.toLowerCase(Locale.FRENCH), text)
        : text;
  }

  /** The letter of a column; the grid has fewer than 26. */
  private static String column(int index) {
    return String.valueOf((char) ('A' + index));
  }

  private static @Nullable Cell cell(Row row, int column) {
    return row.getOptionalCell(column).orElse(null);
  }

  private static String text(@Nullable Cell cell) {
    return cell == null || cell.getValue() == null ? "" : cell.getText().strip();
  }

  /** What stands in a cell, null when it is empty or refused. */
  private @Nullable Object value(@Nullable Cell cell, @Nullable FormField field, FilePlace place) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return null;
    }
    if (cell.getFormula() != null || cell.getType() == CellType.FORMULA) {
      content.refuse(place, FileCodes.FORMULA_REFUSED);
      return null;
    }
    return switch (cell.getType()) {
      case STRING -> text(cell).isEmpty() ? null : text(cell);
      case NUMBER -> number(cell, field, place);
      default -> {
        content.refuse(place, FileCodes.NOT_A_NUMBER);
        yield null;
      }
    };
  }

  private @Nullable Object number(Cell cell, @Nullable FormField field, FilePlace place) {
    BigDecimal number = cell.asNumber().round(OF_A_SPREADSHEET);
    if (field != null && field.type() == FormField.Type.TIME) {
      return time(number, place);
    }
    if (isDate(cell)) {
      content.refuse(place, FileCodes.DATE_REFUSED);
      return null;
    }
    return number;
  }

  /** A time that the spreadsheet took for a part of a day. */
  private @Nullable String time(BigDecimal partOfDay, FilePlace place) {
    BigDecimal minutes = partOfDay.multiply(MINUTES);
    BigDecimal whole = minutes.setScale(0, RoundingMode.HALF_EVEN);
    boolean exact = minutes.subtract(whole).abs().compareTo(ONE_SECOND) < 0;
    if (!exact || whole.signum() < 0 || whole.compareTo(MINUTES) >= 0) {
      content.refuse(place, FieldCodes.TIME_INVALID);
      return null;
    }
    return LocalTime.ofSecondOfDay(whole.longValueExact() * 60).toString();
  }

  private static boolean isDate(Cell cell) {
    Integer id = cell.getDataFormatId();
    if (id != null && ((id >= 14 && id <= 22) || (id >= 45 && id <= 47))) {
      return true;
    }
    String format = cell.getDataFormatString();
    // Quoted text and colours say nothing of the kind of a number.
    return format != null
        && format
            .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "")
            .toLowerCase(Locale.ROOT)
            .matches(".*[ymdhs].*");
  }
}
