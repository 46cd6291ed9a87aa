package fr.cadran.testing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class OrphanTest {

  @Test
  void neither_server_outlives_a_killed_test_jvm() throws IOException {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dcadran.root=" + System.getProperty("cadran.root"),
                "-cp",
                System.getProperty("java.class.path"),
                PartsMain.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<Integer> ports = new ArrayList<>();
    try (BufferedReader output = jvm.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith("ports ")) {
          String[] words = line.split(" ", -1);
          ports.add(Integer.valueOf(words[1]));
          ports.add(Integer.valueOf(words[2]));
          break;
        }
      }
      assertThat(ports).hasSize(2).allMatch(OrphanTest::listens);
    } finally {
      jvm.destroyForcibly(); // SIGKILL: no shutdown hook runs
    }

    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> ports.stream().noneMatch(OrphanTest::listens));
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }
}
