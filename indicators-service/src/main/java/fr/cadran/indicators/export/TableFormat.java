package fr.cadran.indicators.export;

import fr.cadran.kit.paging.Page;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Optional;

/** The forms of a table that a caller may ask for by {@code Accept}. */
public enum TableFormat {
  CSV("csv"),
  XLSX("xlsx");

  /** RFC 4180 with a header line, UTF-8, comma, point as decimal sign. */
  public static final String CSV_TYPE = "text/csv";

  /** Office Open XML. */
  public static final String XLSX_TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final String extension;

  TableFormat(String extension) {
    this.extension = extension;
  }

  /** The form that the caller prefers, empty for JSON. */
  public static Optional<TableFormat> asked(Request request) {
    List<Variant> variants =
        Variant.mediaTypes(
                MediaType.APPLICATION_JSON_TYPE,
                MediaType.valueOf(CSV_TYPE),
                MediaType.valueOf(XLSX_TYPE))
            .build();
    Variant chosen = request.selectVariant(variants);
    if (chosen == null) {
      return Optional.empty();
    }
    return switch (chosen.getMediaType().toString()) {
      case CSV_TYPE -> Optional.of(CSV);
      case XLSX_TYPE -> Optional.of(XLSX);
      default -> Optional.empty();
    };
  }

  /**
   * Every row of every page, written while it is read.
   *
   * @param name of the file, without its extension
   * @param type of the rows, whose fields are the columns
   */
  public <R extends Record> Response answer(String name, Class<R> type, RowPages<R> pages) {
    RecordColumns columns = new RecordColumns(type);
    // Read before anything is answered, so that a refusal is one.
    Page<R> first = pages.after(null);
    RowPages<R> started = cursor -> cursor == null ? first : pages.after(cursor);
    StreamingOutput body =
        switch (this) {
          case CSV -> out -> CsvTable.write(out, columns, started);
          case XLSX -> out -> XlsxTable.write(out, columns, started);
        };
    return Response.ok(body, this == CSV ? CSV_TYPE + ";charset=UTF-8" : XLSX_TYPE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + name + "." + extension + "\"")
        .build();
  }
}
