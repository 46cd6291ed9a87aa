package fr.cadran.indicators.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes RFC 4180. */
final class CsvTable {
  private CsvTable() {}

  static void write(OutputStream out, RecordColumns columns, RowPages<?> pages) throws IOException {
    try (CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8)) {
      csv.writeRecord(columns.names());
      pages.forEach(
          row -> csv.writeRecord(columns.values(row).stream().map(CellText::of).toList()));
    }
  }
}
