package fr.cadran.centres.quarterlydata.rest;

import fr.cadran.centres.quarterlydata.domain.QuarterlyRecord;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Files that hold the grid. */
final class FileTypes {
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final String CSV = "text/csv";

  private static final MediaType WORKBOOK = MediaType.valueOf(XLSX);

  private FileTypes() {}

  /** Whether a caller that could have JSON asks for a workbook. */
  static boolean wantsXlsx(HttpHeaders headers) {
    return headers.getAcceptableMediaTypes().stream()
        .filter(type ->
            type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isCompatible(WORKBOOK))
        .findFirst()
        .map(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
        .orElse(false);
  }

  /** A workbook of a record. */
  static Response xlsx(QuarterlyRecord record, byte[] file) {
    return file(XLSX, name(record) + ".xlsx", file).tag(RecordTags.of(record)).build();
  }

  /** A CSV file of a record. */
  static Response csv(QuarterlyRecord record, byte[] file) {
    return file(CSV + ";charset=UTF-8", name(record) + ".csv", file)
        .tag(RecordTags.of(record))
        .build();
  }

  static Response.ResponseBuilder file(String type, String name, byte[] file) {
    return Response.ok(file, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"");
  }

  private static String name(QuarterlyRecord record) {
    return "recueil-" + record.finess() + "-" + record.quarter();
  }
}
