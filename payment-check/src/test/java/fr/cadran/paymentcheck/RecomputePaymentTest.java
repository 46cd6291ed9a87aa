package fr.cadran.paymentcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecomputePaymentTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... files) {
    return RecomputePayment.check(
        files,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private byte[] pack() throws IOException {
    try (InputStream pack =
        Objects.requireNonNull(getClass().getResourceAsStream("/payment.json"))) {
      return pack.readAllBytes();
    }
  }

  private String file(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content).toString();
  }

  @Test
  void a_pack_that_the_platform_gave_holds() throws IOException {
    assertThat(run(file("payment.json", pack()))).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("computed again to the cent");
  }

  @Test
  void a_pack_with_one_changed_byte_is_refused_wherever_it_is() throws IOException {
    byte[] pack = pack();
    for (int i = 0; i < pack.length; i += 67) {
      byte[] altered = pack.clone();
      altered[i] ^= 2;
      assertThat(run(file("altered.json", altered))).as("byte %d", i).isEqualTo(1);
    }
  }

  @Test
  void what_is_no_pack_is_refused_and_what_is_not_there_is_said() throws IOException {
    assertThat(run(file("empty.json", new byte[0]))).isEqualTo(1);
    assertThat(run(file("other.json", "{}".getBytes(StandardCharsets.UTF_8)))).isEqualTo(1);
    assertThat(run(folder.resolve("missing.json").toString())).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("is no payment pack", "cannot be read", "usage:");
  }
}
