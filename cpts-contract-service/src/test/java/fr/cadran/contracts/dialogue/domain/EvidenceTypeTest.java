package fr.cadran.contracts.dialogue.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EvidenceTypeTest {
  private static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void each_type_is_known_by_its_first_bytes() {
    assertThat(EvidenceType.PDF.isShownBy(bytes("%PDF-1.7"))).isTrue();
    assertThat(EvidenceType.PNG.isShownBy(bytes("\u0089PNG\r\n\u001a\n\u0000"))).isTrue();
    assertThat(EvidenceType.JPEG.isShownBy(bytes("\u00ff\u00d8\u00ff\u00e0"))).isTrue();
    assertThat(EvidenceType.XLSX.isShownBy(bytes("PK\u0003\u0004"))).isTrue();
    assertThat(EvidenceType.PDF.isShownBy(bytes(" %PDF-1.7"))).isFalse();
    assertThat(EvidenceType.PDF.isShownBy(bytes("%PDF"))).isFalse();
    assertThat(EvidenceType.PNG.isShownBy(bytes("\u00ff\u00d8\u00ff\u00e0 and more"))).isFalse();
    assertThat(EvidenceType.XLSX.isShownBy(bytes("PK\u0005\u0006"))).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "TEXT"})
  void a_text_is_utf_8_without_nul(EvidenceType type) {
    assertThat(type.isShownBy("année;12\n".getBytes(StandardCharsets.UTF_8))).isTrue();
    assertThat(type.isShownBy(bytes("ann\u00e9e;12\n"))).isFalse();
    assertThat(type.isShownBy(bytes("a\u0000b"))).isFalse();
    assertThat(type.isShownBy(bytes("\u00ed\u00a0\u0080"))).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_of_no_type(EvidenceType type) {
    assertThat(type.isShownBy(new byte[0])).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void a_type_is_found_by_its_media_type(EvidenceType type) {
    assertThat(EvidenceType.ofMediaType(type.mediaType())).contains(type);
  }

  @ParameterizedTest
  @CsvSource({"text/html", "application/zip", "image/svg+xml"})
  void another_media_type_is_none(String mediaType) {
    assertThat(EvidenceType.ofMediaType(mediaType)).isEmpty();
    assertThat(EvidenceType.ofMediaType("Image/PNG")).contains(EvidenceType.PNG);
  }
}
