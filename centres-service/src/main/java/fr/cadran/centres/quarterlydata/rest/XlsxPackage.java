package fr.cadran.centres.quarterlydata.rest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Looks at a workbook as the package of parts that it is, before anything is read of it: unpacked
 * to nowhere, counted on the way. Sheets are read row by row later and may be large, a row of them
 * may not; the other parts are held in memory and may be neither.
 */
final class XlsxPackage {
  /** What all sheets may unpack to: more rows than may be in them, so that those can be told. */
  private static final long MOST_OF_SHEETS = 128L * 1024 * 1024;

  /** What all other parts may unpack to: a hundred times those of a full grid. */
  private static final long MOST_OF_OTHERS = 16L * 1024 * 1024;

  /** What one row may unpack to; a hundred times a full one. */
  private static final int MOST_OF_ROW = 512 * 1024;

  private static final int MOST_PARTS = 200;
  private static final int CHUNK = 8192;

  private final byte[] buffer = new byte[CHUNK];
  private long leftOfSheets = MOST_OF_SHEETS;
  private long leftOfOthers = MOST_OF_OTHERS;

  private XlsxPackage() {}

  /** Why a file is no workbook that may be read; empty when it is one. */
  static Optional<String> refusalOf(byte[] file) {
    // By its table of contents, as every spreadsheet program reads it: what lies between the parts
    // is
    // read by nobody, and writers that stream leave their sizes there at zero.
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      return new XlsxPackage().refusalOf(zip);
    } catch (IOException | IllegalArgumentException cut) {
      return Optional.of(FileCodes.FILE_UNREADABLE);
    }
  }

  private Optional<String> refusalOf(ZipFile zip) throws IOException {
    boolean workbook = false;
    int parts = 0;
    for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
      String name = part.getName().toLowerCase(Locale.ROOT);
      workbook |= name.equals("xl/workbook.xml");
      if (++parts > MOST_PARTS) {
        return Optional.of(FileCodes.FILE_UNPACKS_TOO_LARGE);
      }
      if (name.contains("vbaproject") || name.contains("macrosheets")) {
        return Optional.of(FileCodes.MACROS_REFUSED);
      }
      // No spreadsheet program packs in another way, and unpacking it needs what is not here.
      if (part.getMethod() != ZipEntry.STORED && part.getMethod() != ZipEntry.DEFLATED) {
        return Optional.of(FileCodes.FILE_UNREADABLE);
      }
      Optional<String> refused = refusalOf(zip, part, name);
      if (refused.isPresent()) {
        return refused;
      }
    }
    return workbook ? Optional.empty() : Optional.of(FileCodes.FILE_UNREADABLE);
  }

  private Optional<String> refusalOf(ZipFile zip, ZipArchiveEntry part, String name)
      throws IOException {
    boolean sheet = name.startsWith("xl/worksheets/") && name.endsWith(".xml");
    int sinceRow = 0;
    boolean first = true;
    try (InputStream unpacked = zip.getInputStream(part)) {
      for (int read = fill(unpacked); read > 0; read = fill(unpacked)) {
        String text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
        if (sheet) {
          leftOfSheets -= read;
          sinceRow = text.contains("<row") ? 0 : sinceRow + read;
        } else {
          leftOfOthers -= read;
        }
        if (leftOfSheets < 0 || leftOfOthers < 0 || sinceRow > MOST_OF_ROW) {
          return Optional.of(FileCodes.FILE_UNPACKS_TOO_LARGE);
        }
        // No spreadsheet program writes one; the parser does not follow it either.
        if (first && text.contains("<!DOCTYPE")) {
          return Optional.of(FileCodes.FILE_UNREADABLE);
        }
        if (name.equals("[content_types].xml") && text.contains("macroEnabled")) {
          return Optional.of(FileCodes.MACROS_REFUSED);
        }
        first = false;
      }
    }
    return Optional.empty();
  }

  /** Fills the buffer as far as the part goes, so that what is looked for stands in one piece. */
  private int fill(InputStream unpacked) throws IOException {
    return unpacked.readNBytes(buffer, 0, CHUNK);
  }
}
