package fr.cadran.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fake JDKs carry versions no real one has, so that what is installed here cannot be found. */
class FindJdkTest {
  private static final Path SCRIPT =
      Path.of(System.getProperty("cadran.root"), "deploy/local/find-jdk.sh");

  @TempDir Path folder;

  private record Answer(int code, String out, String err) {}

  @Test
  void java_home_wins_when_it_is_new_enough() throws Exception {
    Path mine = jdk("my jdk", "901.0.1");
    jdk("home/.sdkman/candidates/java/900-tem", "900.0.2");

    assertThat(find(900, Map.of("JAVA_HOME", mine.toString())).out()).isEqualTo(mine.toString());
  }

  @Test
  void an_old_java_home_and_an_old_java_on_the_path_are_passed_over() throws Exception {
    Path old = jdk("old", "17.0.15");
    Path wanted = jdk("home/.sdkman/candidates/java/900-tem", "900.0.2");

    Answer answer =
        find(
            900,
            Map.of(
                "JAVA_HOME",
                old.toString(),
                "PATH",
                old.resolve("bin") + ":" + System.getenv("PATH")));

    assertThat(answer.out()).isEqualTo(wanted.toString());
  }

  @Test
  void the_path_is_followed_through_links() throws Exception {
    Path wanted = jdk("somewhere else/jdk", "900");
    Path bin = Files.createDirectories(folder.resolve("links"));
    Files.createSymbolicLink(bin.resolve("javac"), wanted.resolve("bin/javac"));

    assertThat(find(900, Map.of("PATH", bin + ":" + System.getenv("PATH"))).out())
        .isEqualTo(wanted.toRealPath().toString());
  }

  @Test
  void the_exact_version_is_preferred_to_a_newer_one() throws Exception {
    jdk("home/.jdks/aaa-905", "905");
    Path exact = jdk("home/.jdks/zzz-900", "900.0.1");

    assertThat(find(900, Map.of()).out()).isEqualTo(exact.toString());
    assertThat(find(903, Map.of()).out()).endsWith("aaa-905");
  }

  @Test
  void a_runtime_without_a_compiler_is_not_enough() throws Exception {
    Path jre = jdk("home/.jdks/jre-900", "900.0.1");
    Files.delete(jre.resolve("bin/javac"));

    assertThat(find(900, Map.of("JAVA_HOME", jre.toString())).code()).isEqualTo(1);
  }

  @Test
  void a_jdk_without_a_release_file_is_asked_itself() throws Exception {
    Path home = jdk("home/.jdks/bare", "900.0.1");
    Files.delete(home.resolve("release"));

    assertThat(find(900, Map.of()).out()).isEqualTo(home.toString());
  }

  @Test
  void no_jdk_is_told_in_one_sentence() throws Exception {
    Answer answer = find(900, Map.of());

    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.err())
        .startsWith("cadran: no JDK 900 or later found")
        .contains("set JAVA_HOME")
        .hasLineCount(1);
  }

  private Answer find(int lowest, Map<String, String> settings) throws Exception {
    Map<String, String> environment = new HashMap<>();
    environment.put("PATH", System.getenv("PATH"));
    environment.put("HOME", Files.createDirectories(folder.resolve("home")).toString());
    environment.putAll(settings);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-euc", ". \"$1\"; find_jdk " + lowest, "sh", SCRIPT.toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    int code = builder.start().waitFor();
    return new Answer(code, Files.readString(out).strip(), Files.readString(err).strip());
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = folder.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    Path javac = home.resolve("bin/javac");
    Files.writeString(javac, "#!/bin/sh\necho 'javac " + version + "'\n", StandardCharsets.UTF_8);
    Files.setPosixFilePermissions(javac, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }
}
