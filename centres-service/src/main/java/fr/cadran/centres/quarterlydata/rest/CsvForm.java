package fr.cadran.centres.quarterlydata.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import fr.cadran.centres.quarterlydata.domain.FormField;
import fr.cadran.centres.quarterlydata.domain.FormRows;
import fr.cadran.centres.quarterlydata.domain.FormSheet;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent;
import fr.cadran.kit.problem.FilePlace;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The grid as CSV: one field a line, named by its path, with {@code champ;valeur} first, {@code
 * fin} last, and what a person wants to read behind, which a reader ignores. UTF-8 and semicolons
 * only: a file in another encoding or with another delimiter is refused rather than guessed at,
 * because a wrong guess changes figures unseen. Without its last line a file that was cut between
 * two lines would be a shorter file.
 */
final class CsvForm {
  private static final List<String> HEADER = List.of("champ", "valeur", "unite", "libelle");
  private static final String END = "fin";
  private static final int MOST_LINES = 20_000;
  private static final String VALUE_COLUMN = "B";

  private static final Pattern VACATION =
      Pattern.compile("activity\\[([^\\]]{1,80})\\]\\.vacations\\[([^\\]]{1,80})\\]\\.(\\w+)");
  private static final Pattern ACTIVITY =
      Pattern.compile("activity\\[([^\\]]{1,80})\\]\\.([\\w.]+)");
  private static final Pattern PRACTITIONER =
      Pattern.compile("serviceData\\.practitioners\\[([^\\]]{1,80})\\]\\.(\\w+)");

  private CsvForm() {}

  /** The grid with every field on its own, and the rows that are filled in. */
  static byte[] write(QuarterlyContent content) {
    StringWriter text = new StringWriter();
    FormRows rows = new FormRows(content);
    try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
      csv.writeRecord(HEADER);
      for (FormSheet sheet : FormSheet.ALL) {
        for (FormRows.Row row : rows.rows(sheet.layout())) {
          for (FormField field : sheet.fields()) {
            // A vacation says its specialty in its path.
            boolean said =
                sheet.layout() == FormSheet.Layout.VACATIONS && field.code().equals("specialty");
            if (!said) {
              csv.writeRecord(
                  row.path(field), cell(rows.value(row, field)), unit(field), field.label());
            }
          }
        }
      }
      csv.writeRecord(END, "");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String unit(FormField field) {
    return field.choices().isEmpty()
        ? field.unit()
        : field.choices().stream().map(FormField.Choice::code).collect(Collectors.joining(" ou "));
  }

  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /** What a file declares, or what is wrong with it. */
  static FileContent read(byte[] file, ObjectMapper json) {
    FileContent content = new FileContent(json);
    ByteBuffer bytes = ByteBuffer.wrap(file);
    CharBuffer characters = CharBuffer.allocate(file.length);
    if (StandardCharsets.UTF_8.newDecoder().decode(bytes, characters, true).isError()) {
      content.refuse(place(file, bytes.position()), FileCodes.ENCODING_NOT_UTF8);
      return content;
    }
    String text = characters.flip().toString();
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    int line = 1;
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(';')
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(plain)) {
      boolean header = true;
      boolean ended = false;
      for (CsvRecord record : csv) {
        line = (int) record.getStartingLineNumber();
        if (header) {
          if (!isHeader(record, line, content)) {
            return content;
          }
          header = false;
        } else if (line > MOST_LINES) {
          content.refuse(new FilePlace(null, line, "A"), FileCodes.ROWS_TOO_MANY, MOST_LINES);
          return content;
        } else if (ended && !isEmpty(record)) {
          content.refuse(new FilePlace(null, line, "A"), FileCodes.FIELD_UNKNOWN);
          return content;
        } else if (record.getField(0).strip().equals(END)) {
          ended = true;
        } else if (!isEmpty(record)) {
          read(record, line, content);
        }
      }
      if (header) {
        content.refuse(null, FileCodes.FILE_UNREADABLE);
      } else if (!ended) {
        content.refuse(new FilePlace(null, line, "A"), FileCodes.END_MISSING);
      }
    } catch (CsvParseException | IOException damaged) {
      content.refuse(new FilePlace(null, line, null), FileCodes.FILE_UNREADABLE);
    }
    return content;
  }

  /** Where a byte stands, as far as lines and columns can be told without knowing the encoding. */
  private static FilePlace place(byte[] file, int offset) {
    int line = 1;
    int column = 0;
    for (int i = 0; i < offset; i++) {
      if (file[i] == '\n') {
        line++;
        column = 0;
      } else if (file[i] == ';' && column < 'Z' - 'A') {
        column++;
      }
    }
    return new FilePlace(null, line, String.valueOf((char) ('A' + column)));
  }

  private static boolean isHeader(CsvRecord record, int line, FileContent content) {
    if (!record.getField(0).strip().equals(HEADER.getFirst())) {
      content.refuse(new FilePlace(null, line, "A"), FileCodes.WRONG_DELIMITER);
      return false;
    }
    if (record.getFieldCount() < 2 || !record.getField(1).strip().equals(HEADER.get(1))) {
      content.refuse(
          new FilePlace(null, line, VALUE_COLUMN), FileCodes.COLUMN_MISSING, HEADER.get(1));
      return false;
    }
    return true;
  }

  private static boolean isEmpty(CsvRecord record) {
    return record.getFields().stream().allMatch(String::isBlank);
  }

  private static void read(CsvRecord record, int line, FileContent content) {
    String path = record.getField(0).strip();
    String value = record.getFieldCount() < 2 ? "" : record.getField(1).strip();
    FilePlace place = new FilePlace(null, line, VALUE_COLUMN);
    if (record.getFieldCount() < 2) {
      content.refuse(
          new FilePlace(null, line, VALUE_COLUMN), FileCodes.COLUMN_MISSING, HEADER.get(1));
      return;
    }
    Optional<FormField> known = Optional.empty();
    String pointer = "";
    Matcher vacation = VACATION.matcher(path);
    Matcher activity = ACTIVITY.matcher(path);
    Matcher practitioner = PRACTITIONER.matcher(path);
    if (vacation.matches()) {
      known = field(FormSheet.Layout.VACATIONS, vacation.group(3));
      pointer = content.vacation(vacation.group(1), vacation.group(2), place);
    } else if (practitioner.matches()) {
      known = field(FormSheet.Layout.PRACTITIONERS, practitioner.group(2));
      pointer = content.practitioner(practitioner.group(1), place);
    } else if (activity.matches()) {
      known = field(FormSheet.Layout.ACTIVITY, activity.group(2));
      pointer = content.activity(activity.group(1), place);
    } else {
      known = field(FormSheet.Layout.FIELDS, path);
    }
    if (known.isEmpty()) {
      content.refuse(new FilePlace(null, line, "A"), FileCodes.FIELD_UNKNOWN);
      return;
    }
    FormField field = known.get();
    // The line that names a row again only says that the row is there.
    if (!field.isKey()) {
      content.put(pointer, field, value, place);
    }
  }

  private static final Map<FormSheet.Layout, Map<String, FormField>> FIELDS = fields();

  private static Optional<FormField> field(FormSheet.Layout layout, String code) {
    return Optional.ofNullable(FIELDS.getOrDefault(layout, Map.of()).get(code));
  }

  private static Map<FormSheet.Layout, Map<String, FormField>> fields() {
    Map<FormSheet.Layout, Map<String, FormField>> fields = new HashMap<>();
    for (FormSheet sheet : FormSheet.ALL) {
      sheet
          .fields()
          .forEach(field ->
              fields
                  .computeIfAbsent(sheet.layout(), _ -> new HashMap<>())
                  .put(field.code(), field));
    }
    return Map.copyOf(fields);
  }
}
