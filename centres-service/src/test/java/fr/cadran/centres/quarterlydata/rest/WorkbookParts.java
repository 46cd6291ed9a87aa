package fr.cadran.centres.quarterlydata.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Workbooks taken apart and put together again, as packages of parts. */
final class WorkbookParts {
  private WorkbookParts() {}

  /** The workbook with one part more. */
  static byte[] with(byte[] file, String name, byte[] part) {
    Map<String, byte[]> parts = parts(file);
    parts.put(name, part);
    return packed(parts);
  }

  /** The workbook with one part changed. */
  static byte[] changed(byte[] file, String name, UnaryOperator<String> change) {
    Map<String, byte[]> parts = parts(file);
    String before = part(file, name);
    String after = change.apply(before);
    if (after.equals(before)) {
      throw new AssertionError("nothing changed in " + name);
    }
    parts.put(name, after.getBytes(StandardCharsets.UTF_8));
    return packed(parts);
  }

  /** One part as text. */
  static String part(byte[] file, String name) {
    byte[] bytes = parts(file).get(name);
    if (bytes == null) {
      throw new AssertionError("no " + name);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** All parts in one text, each behind its name. */
  static String all(byte[] file) {
    StringBuilder all = new StringBuilder();
    parts(file)
        .forEach(
            (name, bytes) -> all.append(name).append(new String(bytes, StandardCharsets.UTF_8)));
    return all.toString();
  }

  private static Map<String, byte[]> parts(byte[] file) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        try (InputStream unpacked = zip.getInputStream(part)) {
          parts.put(part.getName(), unpacked.readAllBytes());
        }
      }
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
    return parts;
  }

  private static byte[] packed(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
