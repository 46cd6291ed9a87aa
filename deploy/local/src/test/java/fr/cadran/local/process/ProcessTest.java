package fr.cadran.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.cadran.local.LaunchFailure;
import fr.cadran.local.installation.Installation;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTest {
  private static final Duration GRACE = Duration.ofSeconds(10);

  @TempDir Path folder;
  private Installation installation;
  private Spawner spawner;
  private final List<Process> children = new ArrayList<>();

  @BeforeEach
  void create() {
    installation = new Installation(folder, folder.resolve("home"), Map.of());
    installation.create();
    spawner = new Spawner(installation);
  }

  @AfterEach
  void end() {
    children.forEach(Process::destroyForcibly);
  }

  @Test
  void a_taken_port_is_told_with_the_program_that_holds_it() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String obstacle = PortOwner.obstacle(socket.getLocalPort()).orElseThrow();

      assertThat(obstacle).startsWith("is taken by ");
      if (Files.isReadable(Path.of("/proc/net/tcp"))) {
        assertThat(obstacle)
            .isEqualTo("is taken by java (pid " + ProcessHandle.current().pid() + ")");
      }
    }
  }

  @Test
  void a_free_port_has_no_obstacle() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    assertThat(PortOwner.obstacle(port)).isEmpty();
  }

  @Test
  void a_pid_given_to_another_process_is_not_taken_for_the_one_recorded() {
    ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();

    assertThat(self.isAlive()).isTrue();
    assertThat(new ProcessIdentity(self.pid(), "another birth").isAlive()).isFalse();
    assertThat(new ProcessIdentity(self.pid(), "another birth").age()).isEmpty();
  }

  @Test
  void a_started_process_is_known_again_by_its_record() {
    Spawner.Spawned spawned = sleeper();

    RunRecord read = RunRecord.read(installation, "broker").orElseThrow();

    assertThat(read).isEqualTo(spawned.record());
    assertThat(read.identity().isAlive()).isTrue();
    assertThat(read.port()).isEqualTo(9092);
  }

  @Test
  void a_record_that_a_crash_cut_short_counts_as_none() throws IOException {
    Files.writeString(installation.runFolder().resolve("broker.properties"), "pid=12\nbir");

    assertThat(RunRecord.read(installation, "broker")).isEmpty();
    assertThat(RunRecord.exists(installation, "broker")).isTrue();
  }

  @Test
  void ending_a_process_ends_what_it_started_as_well() throws InterruptedException, IOException {
    Path started = folder.resolve("child.pid");
    Spawner.Spawned parent =
        start(
            List.of(
                "sh",
                "-c",
                "sleep 600 & echo $! > '"
                    + started
                    + ".new'; mv '"
                    + started
                    + ".new' '"
                    + started
                    + "'; wait"));
    await().until(() -> Files.exists(started));
    ProcessIdentity child =
        ProcessIdentity.of(Long.parseLong(Files.readString(started).strip())).orElseThrow();

    Termination.Outcome outcome =
        Termination.end(parent.record().identity(), Termination.Signal.TERM, GRACE);

    assertThat(outcome).isEqualTo(Termination.Outcome.ENDED);
    assertThat(parent.record().identity().isAlive()).isFalse();
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void a_process_that_does_not_answer_is_killed() throws InterruptedException, IOException {
    Path ready = folder.resolve("ready");
    Spawner.Spawned deaf =
        start(
            List.of("sh", "-c", "trap '' TERM; touch '" + ready + "'; while :; do sleep 1; done"));
    await().until(() -> Files.exists(ready));

    Termination.Outcome outcome =
        Termination.end(deaf.record().identity(), Termination.Signal.TERM, Duration.ofMillis(300));

    assertThat(outcome).isEqualTo(Termination.Outcome.KILLED);
    assertThat(deaf.record().identity().isAlive()).isFalse();
  }

  @Test
  void ending_never_touches_a_process_that_only_carries_the_same_pid() throws InterruptedException {
    Spawner.Spawned innocent = sleeper();
    ProcessIdentity stale =
        new ProcessIdentity(innocent.record().identity().pid(), "another birth");

    Termination.end(stale, Termination.Signal.TERM, GRACE);

    assertThat(innocent.record().identity().isAlive()).isTrue();
  }

  @Test
  void a_closed_spawner_starts_nothing_more() {
    spawner.close();

    assertThatThrownBy(this::sleeper).isInstanceOf(LaunchFailure.class);
    assertThat(RunRecord.readAll(installation)).isEmpty();
  }

  @Test
  void a_failing_job_is_told_with_its_error_and_its_log() {
    Path log = installation.logs().resolve("job.log");

    assertThatThrownBy(() ->
            spawner.run(
                "job",
                new Spawner.Launch(
                    List.of("sh", "-c", "echo 'FATAL:  no room'; exit 3"), Map.of(), folder),
                log,
                GRACE,
                line -> {}))
        .isInstanceOf(LaunchFailure.class)
        .hasMessage("job failed (exit code 3): no room; its log: " + log);
    assertThat(RunRecord.readAll(installation)).isEmpty();
  }

  @Test
  void every_line_of_a_job_is_heard_once() throws InterruptedException {
    List<String> heard = new ArrayList<>();

    spawner.run(
        "job",
        new Spawner.Launch(
            List.of("sh", "-c", "echo one; sleep 0.5; echo two; printf three"), Map.of(), folder),
        installation.logs().resolve("job.log"),
        GRACE,
        heard::add);

    assertThat(heard).containsExactly("one", "two", "three");
  }

  @Test
  void an_orphan_is_recognised_by_the_home_it_was_started_for() {
    assertThat(
            Orphans.belongs(
                List.of("java", "-Dcadran.home=/a b", "kafka.Kafka"),
                "-Dcadran.home=/a b",
                "/a b/postgres"))
        .isTrue();
    assertThat(
            Orphans.belongs(
                List.of("/x/bin/postgres", "-D", "/a b/postgres"),
                "-Dcadran.home=/a b",
                "/a b/postgres"))
        .isTrue();
    assertThat(
            Orphans.belongs(
                List.of("java", "-Dcadran.home=/a b c"), "-Dcadran.home=/a b", "/a b/postgres"))
        .isFalse();
    assertThat(
            Orphans.belongs(List.of("vi", "/a b/postgres"), "-Dcadran.home=/a b", "/a b/postgres"))
        .isFalse();
  }

  @Test
  void an_excerpt_is_the_first_error_without_its_prefix() {
    assertThat(
            LogExcerpt.firstError(
                List.of(
                    "2026-01-01 INFO  [a.b] (main) fine",
                    "2026-01-01 10:00:00.000 UTC [12] FATAL:  lock file exists",
                    "2026-01-01 ERROR [c.d] (main) later")))
        .contains("lock file exists");
    assertThat(LogExcerpt.firstError(List.of("all well"))).isEmpty();
    assertThat(LogExcerpt.firstError(List.of("ERROR " + "x".repeat(500))).orElseThrow())
        .hasSizeLessThan(200);
  }

  private Spawner.Spawned sleeper() {
    return start(List.of("sleep", "600"));
  }

  private Spawner.Spawned start(List<String> command) {
    Spawner.Spawned spawned =
        spawner.start(
            "broker",
            9092,
            "print",
            new Spawner.Launch(command, Map.of(), folder),
            folder.resolve("broker.log"));
    children.add(spawned.process());
    return spawned;
  }
}
