package fr.cadran.centres.centre.rest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.cadran.centres.centre.application.ImportCentres;
import fr.cadran.centres.centre.domain.Centre;
import fr.cadran.centres.centre.domain.RegisteredCentre;
import fr.cadran.centres.rule.application.CentresProblem;
import fr.cadran.kit.problem.Fault;
import fr.cadran.kit.problem.FilePlace;
import fr.cadran.kit.problem.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The registry as CSV: UTF-8 with a byte order mark and semicolons, as spreadsheets in French open
 * it; several values of a cell between bars. A cell that a spreadsheet would take for a formula
 * begins with an apostrophe, which reading takes off again.
 */
final class CentreCsv {
  static final String MEDIA_TYPE = "text/csv";

  private static final char SEPARATOR = ';';
  private static final char MARK = '\uFEFF';
  private static final int MOST_ROWS = 5000;
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r]");

  private static final List<String> REQUIRED =
      List.of("finess", "finessJuridique", "name", "managerKind", "communeCode", "specialties");

  private static final List<String> COLUMNS =
      List.of(
          "finess",
          "finessJuridique",
          "siret",
          "name",
          "managerKind",
          "managerName",
          "communeCode",
          "communeName",
          "departement",
          "region",
          "address",
          "director",
          "medecinChef",
          "phone",
          "specialties",
          "rooms",
          "dentalChairs",
          "imaging",
          "laboratory",
          "dentalCare",
          "priorityUrbanZone",
          "openedOn",
          "closedOn",
          "successor",
          "effectiveFrom",
          "version");

  private CentreCsv() {}

  /** Writes the header and hands on what writes rows. */
  static final class Export implements AutoCloseable {
    private final CsvWriter csv;

    Export(OutputStream out) throws IOException {
      Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      text.write(MARK);
      csv =
          CsvWriter.builder()
              .fieldSeparator(SEPARATOR)
              .lineDelimiter(LineDelimiter.CRLF)
              .build(text);
      csv.writeRecord(COLUMNS);
    }

    void write(RegisteredCentre row) {
      csv.writeRecord(cells(row).stream().map(CentreCsv::harmless).toList());
    }

    @Override
    public void close() throws IOException {
      csv.close();
    }
  }

  private static List<String> cells(RegisteredCentre row) {
    Centre centre = row.centre();
    List<String> cells = new ArrayList<>();
    add(cells, centre.finess(), centre.finessJuridique(), centre.siret(), centre.name());
    add(cells, centre.managerKind(), centre.managerName(), centre.location().commune());
    add(cells, centre.location().communeName(), centre.location().departement());
    add(cells, centre.location().region(), centre.address(), centre.director());
    add(cells, centre.medecinChef(), centre.phone(), String.join("|", centre.specialties()));
    add(
        cells,
        centre.rooms().entrySet().stream()
            .map(rooms -> rooms.getKey() + "=" + rooms.getValue())
            .collect(Collectors.joining("|")));
    add(cells, centre.dentalChairs(), centre.imaging(), centre.laboratory(), centre.dentalCare());
    add(cells, centre.priorityUrbanZone(), centre.openedOn(), centre.closedOn());
    add(cells, row.successor(), row.effectiveFrom(), row.version());
    return cells;
  }

  private static void add(List<String> cells, @Nullable Object... values) {
    for (Object value : values) {
      cells.add(value == null ? "" : value.toString());
    }
  }

  /** What begins with apostrophes before a formula gets one more, so that reading loses none. */
  private static String harmless(String cell) {
    return FORMULA.matcher(cell).lookingAt() ? "'" + cell : cell;
  }

  private static String bare(String cell) {
    return cell.startsWith("'") && FORMULA.matcher(cell).lookingAt() ? cell.substring(1) : cell;
  }

  /**
   * The rows of a file.
   *
   * @throws ProblemException {@code FILE_REFUSED} (422) with line and column of what makes it no
   *     such file
   */
  static List<ImportCentres.Row> read(byte[] file) {
    String text = decode(file);
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(SEPARATOR)
            .skipEmptyLines(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      @Nullable List<String> header = null;
      List<ImportCentres.Row> rows = new ArrayList<>();
      boolean lastIsShort = false;
      long lastLine = 1;
      for (CsvRecord line : csv) {
        lastLine = line.getStartingLineNumber();
        if (header == null) {
          header = header(line.getFields());
        } else if (line.getFields().stream().allMatch(String::isBlank)) {
          lastIsShort = false;
        } else {
          lastIsShort = line.getFieldCount() < header.size();
          rows.add(row(header, line));
        }
        if (rows.size() > MOST_ROWS) {
          throw refused("TOO_MANY_ROWS", lastLine, 1);
        }
      }
      if (header == null) {
        throw refused("EMPTY_FILE", 1, 1);
      }
      if (lastIsShort && !text.endsWith("\n")) {
        throw refused("FILE_CUT", lastLine, 1);
      }
      return rows;
    } catch (CsvParseException cut) {
      throw refused("FILE_CUT", text.lines().count(), 1);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static List<String> header(List<String> names) {
    if (names.size() == 1 && names.getFirst().matches("(?s).*[,\\t|].*")) {
      throw refused(
          "DELIMITER_NOT_SEMICOLON", 1, names.getFirst().split("[,\\t|]", -1)[0].length() + 1);
    }
    List<String> header = names.stream().map(String::strip).toList();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      if (!COLUMNS.contains(header.get(i)) || !seen.add(header.get(i))) {
        throw refused("UNKNOWN_COLUMN", 1, i + 1);
      }
    }
    for (String column : REQUIRED) {
      if (!seen.contains(column)) {
        throw ProblemException.of(
            CentresProblem.FILE_REFUSED,
            List.of(Fault.at("", "MISSING_COLUMN", column).in(new FilePlace(null, 1, null))));
      }
    }
    return header;
  }

  private static ImportCentres.Row row(List<String> header, CsvRecord line) {
    if (line.getFieldCount() != header.size()) {
      return new ImportCentres.Row(line.getStartingLineNumber(), Map.of(), "WRONG_CELL_COUNT");
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), bare(line.getField(i)));
    }
    return new ImportCentres.Row(line.getStartingLineNumber(), cells, null);
  }

  /** Windows-1252 and the like are told by their first byte that is not UTF-8. */
  private static String decode(byte[] file) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(file);
    CharBuffer text = CharBuffer.allocate(file.length + 1);
    CoderResult result = decoder.decode(bytes, text, true);
    String read = text.flip().toString();
    String bare = !read.isEmpty() && read.charAt(0) == MARK ? read.substring(1) : read;
    int zero = bare.indexOf('\0');
    if (result.isError() || zero >= 0) {
      String before = zero >= 0 ? bare.substring(0, zero) : bare;
      long line = before.chars().filter(one -> one == '\n').count() + 1;
      int column = before.length() - before.lastIndexOf('\n');
      throw refused("NOT_UTF8", line, column);
    }
    return bare;
  }

  private static ProblemException refused(String code, long line, long column) {
    return ProblemException.of(
        CentresProblem.FILE_REFUSED,
        List.of(
            Fault.at("", code, Long.toString(line), Long.toString(column))
                .in(new FilePlace(null, Math.toIntExact(line), null))));
  }
}
