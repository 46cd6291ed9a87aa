package fr.cadran.contracts.dialogue.domain;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The types of files that may be evidence, and how the bytes of each begin. */
public enum EvidenceType {
  PDF("application/pdf", "pdf", "%PDF-"),
  PNG("image/png", "png", "\u0089PNG\r\n\u001a\n"),
  JPEG("image/jpeg", "jpg", "\u00ff\u00d8\u00ff"),
  CSV("text/csv", "csv", ""),
  TEXT("text/plain", "txt", ""),
  /** A ZIP archive, as every Office Open XML file. */
  XLSX(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "xlsx",
      "PK\u0003\u0004");

  private final String mediaType;
  private final String extension;
  private final String magic;

  EvidenceType(String mediaType, String extension, String magic) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.magic = magic;
  }

  /** The type of a media type without its parameters, empty when it is none of these. */
  public static Optional<EvidenceType> ofMediaType(String mediaType) {
    String wanted = mediaType.toLowerCase(Locale.ROOT);
    return Stream.of(values()).filter(one -> one.mediaType.equals(wanted)).findFirst();
  }

  public String mediaType() {
    return mediaType;
  }

  /** What the name of such a file ends with. */
  public String extension() {
    return extension;
  }

  /**
   * Whether bytes are what they are said to be: the first ones are those of the type; a text is
   * UTF-8 without NUL. No bytes are nothing.
   */
  public boolean isShownBy(byte[] content) {
    if (content.length == 0) {
      return false;
    }
    return magic.isEmpty() ? isText(content) : startsWith(content);
  }

  private boolean startsWith(byte[] content) {
    byte[] first = magic.getBytes(StandardCharsets.ISO_8859_1);
    if (content.length < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if (content[i] != first[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(byte[] content) {
    for (byte one : content) {
      if (one == 0) {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(content));
      return true;
    } catch (CharacterCodingException notText) {
      return false;
    }
  }
}
