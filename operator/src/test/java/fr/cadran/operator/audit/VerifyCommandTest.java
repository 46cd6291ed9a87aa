package fr.cadran.operator.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.events.EventType;
import fr.cadran.kit.audit.AuditChain;
import fr.cadran.kit.audit.AuditEntry;
import fr.cadran.kit.audit.AuditOutcome;
import fr.cadran.kit.audit.AuditTable;
import fr.cadran.kit.audit.ChainedEntry;
import fr.cadran.operator.platform.Targets;
import fr.cadran.testing.infra.Broker;
import fr.cadran.testing.infra.Database;
import fr.cadran.testing.infra.Databases;
import fr.cadran.testing.infra.KafkaProbe;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** A database superuser tampers with a chain in real PostgreSQL; the command finds it. */
class VerifyCommandTest {
  private static final String SERVICE = "contracts";
  private static final int ENTRIES = 50;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private Database database;
  private Path heads;

  @BeforeEach
  void writeChain() throws Exception {
    database = Databases.create("operator");
    try (InputStream script = AuditChain.class.getResourceAsStream("/db/kit/V0_3__audit.sql");
        Connection owner = database.dataSource().getConnection();
        Statement statement = owner.createStatement()) {
      statement.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
    }
    append(ENTRIES);
    heads = folder.resolve("heads.jsonl");
    Run head = run(new HeadCommand(targets()));
    Files.writeString(heads, head.out());
  }

  @AfterEach
  void drop() throws SQLException {
    database.close();
  }

  @Test
  void a_sound_chain_is_told_with_its_head() throws Exception {
    Run run = verify("--heads", heads.toString());

    assertThat(run.exitCode()).isZero();
    JsonNode result = run.service();
    assertThat(result.path("verdict").asText()).isEqualTo("SOUND");
    assertThat(result.path("entriesInOrder").asLong()).isEqualTo(ENTRIES);
    assertThat(result.path("anchoredUpTo").asLong()).isEqualTo(ENTRIES);
    assertThat(result.path("openAttempts").asInt()).isEqualTo(1);
    assertThat(result.path("head").asText()).isEqualTo(entry(ENTRIES).hash());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "call          | overlay(call::text placing 'f' from 1)::uuid",
        "at            | at + interval '1 microsecond'",
        "service       | 'contractz'",
        "outcome       | 'DENIED'",
        "subject       | concat(subject, 'x')",
        "subject       | null",
        "client        | ''",
        "roles         | 'auditor'",
        "address       | '192.0.2.2'",
        "request_id    | 'r-0'",
        "operation     | 'getPayment'",
        "method        | 'HEAD'",
        "route         | '/v1/payments/{id}'",
        "resource      | 'p0'",
        "filters       | ''",
        "status        | 201",
        "status        | null",
        "code          | 'FORBIDDEN'",
        "calls         | 2",
        "previous_hash | translate(previous_hash, '0123456789abcdef', '123456789abcdef0')",
        "hash          | translate(hash, '0123456789abcdef', '123456789abcdef0')",
      })
  void a_changed_column_is_found(String column, String value) throws Exception {
    tamper("update audit_entry set " + column + " = " + value + " where sequence = 20");

    assertFault(verify(), 20, "CHANGED");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "20, 20", "20, 31", "49, 49"})
  void removed_entries_are_found(int from, int to) throws Exception {
    tamper("delete from audit_entry where sequence between " + from + " and " + to);

    assertFault(verify(), from, "REMOVED");
  }

  @Test
  void a_gap_that_was_closed_by_numbering_anew_is_found() throws Exception {
    tamper("delete from audit_entry where sequence = 20");
    tamper("update audit_entry set sequence = -sequence where sequence > 20");
    tamper("update audit_entry set sequence = -sequence - 1 where sequence < 0");

    assertFault(verify(), 20, "MOVED");
  }

  @ParameterizedTest
  @CsvSource({"49, 50", "1, 50", "50, 50"})
  void a_cut_tail_is_found_by_a_head_kept_elsewhere(int from, int to) throws Exception {
    tamper("delete from audit_entry where sequence between " + from + " and " + to);

    assertFault(verify("--heads", heads.toString()), from, "CUT");
    // Why heads are kept elsewhere: without them what is left is sound in itself.
    assertThat(verify().exitCode()).isZero();
  }

  @Test
  void swapped_entries_are_found() throws Exception {
    tamper("update audit_entry set sequence = 1000 where sequence = 20");
    tamper("update audit_entry set sequence = 20 where sequence = 33");
    tamper("update audit_entry set sequence = 33 where sequence = 1000");

    assertFault(verify(), 20, "MOVED");
  }

  @Test
  void an_entry_put_in_with_a_right_hash_of_its_own_is_found() throws Exception {
    ChainedEntry before = entry(19);
    ChainedEntry put = AuditChain.chain(before.hash(), 20, made(999));
    tamper("delete from audit_entry where sequence = 20");
    insert(put);

    assertFault(verify(), 21, "INSERTED");
  }

  @Test
  void an_entry_put_in_behind_a_number_that_exists_is_found() throws Exception {
    tamper("alter table audit_entry drop constraint audit_entry_pkey");
    insert(AuditChain.chain(entry(19).hash(), 20, made(999)));

    assertThat(verify().service().path("verdict").asText()).isEqualTo("FAULT");
  }

  @Test
  void a_tail_written_anew_with_right_hashes_is_found_by_a_head_kept_elsewhere() throws Exception {
    List<ChainedEntry> anew = new ArrayList<>();
    String previous = entry(39).hash();
    for (long sequence = 40; sequence <= ENTRIES; sequence++) {
      ChainedEntry next = AuditChain.chain(previous, sequence, made((int) sequence + 500));
      anew.add(next);
      previous = next.hash();
    }
    tamper("delete from audit_entry where sequence >= 40");
    for (ChainedEntry entry : anew) {
      insert(entry);
    }

    assertFault(verify("--heads", heads.toString()), ENTRIES, "REWRITTEN");
    assertThat(verify().exitCode()).isZero();
  }

  @Test
  void a_chain_of_another_service_is_not_sound_here() throws Exception {
    Map<String, String> environment = new HashMap<>(environment());
    environment.put("CADRAN_DATABASE_CENTRES_URL", database.jdbcUrl());
    environment.put("CADRAN_DATABASE_CENTRES_USER", database.user());
    environment.put("CADRAN_DATABASE_CENTRES_PASSWORD", database.password());
    Run run =
        run(
            new VerifyCommand(new Targets(environment, null)),
            "--json",
            "--without-broker",
            "--service",
            "centres");

    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void heads_are_read_from_the_broker() throws Exception {
    String broker = Broker.sharedBootstrapServers();
    KafkaProbe.shared().createTopic(EventType.AUDIT_HEAD_ANCHORED.topic(), 3);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", broker),
            new StringSerializer(),
            new StringSerializer())) {
      producer
          .send(
              new ProducerRecord<>(
                  EventType.AUDIT_HEAD_ANCHORED.topic(), SERVICE, Files.readString(heads).strip()))
          .get();
    }
    Map<String, String> environment = new HashMap<>(environment());
    environment.put("CADRAN_BROKER", broker);
    Targets targets = new Targets(environment, null);

    assertThat(run(new VerifyCommand(targets), "--json", "--service", SERVICE).exitCode()).isZero();
    tamper("delete from audit_entry where sequence > 45");
    assertFault(run(new VerifyCommand(targets), "--json", "--service", SERVICE), 46, "CUT");
  }

  @Test
  void what_cannot_be_read_is_not_said_to_be_sound() throws Exception {
    Map<String, String> environment = new HashMap<>(environment());
    environment.put("CADRAN_BROKER", "127.0.0.1:1");
    Run noBroker =
        run(new VerifyCommand(new Targets(environment, null)), "--json", "--service", SERVICE);
    assertThat(noBroker.exitCode()).isEqualTo(3);
    assertThat(noBroker.service().path("verdict").asText()).isEqualTo("SOUND");
    assertThat(noBroker.err()).contains("could not be read");

    environment.put("CADRAN_DATABASE_CONTRACTS_URL", "jdbc:postgresql://127.0.0.1:1/contracts");
    Run noDatabase =
        run(
            new VerifyCommand(new Targets(environment, null)),
            "--without-broker",
            "--service",
            SERVICE);
    assertThat(noDatabase.exitCode()).isEqualTo(3);
    assertThat(noDatabase.err()).contains("could not be checked").doesNotContain("cadran:null");

    Run nothing = run(new VerifyCommand(new Targets(Map.of(), null)), "--without-broker", "--json");
    assertThat(nothing.exitCode()).isEqualTo(3);
  }

  @Test
  void a_dry_run_says_what_would_be_read_and_no_password() {
    Run run =
        run(
            new VerifyCommand(new Targets(environment(), null)),
            "--dry-run",
            "--without-broker",
            "--service",
            SERVICE);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .isEqualTo(
            "would read contracts at " + database.jdbcUrl() + " as " + database.user() + "\n");
  }

  @Test
  void a_service_that_does_not_exist_is_a_wrong_command_line() {
    assertThat(verify("--service", "payments").exitCode()).isEqualTo(2);
  }

  @Test
  void a_long_chain_is_walked_to_its_end() throws Exception {
    int entries = Integer.getInteger("measure.entries", 20_000);
    append(entries - ENTRIES);
    long begun = System.nanoTime();
    Run run = verify();
    double seconds = (System.nanoTime() - begun) / 1e9;

    assertThat(run.exitCode()).isZero();
    assertThat(run.service().path("entriesInOrder").asLong()).isEqualTo(entries);
    System.out.printf("walked %d entries in %.1f s%n", entries, seconds);
  }

  private Run verify(String... arguments) {
    List<String> all = new ArrayList<>(List.of("--json", "--without-broker", "--service", SERVICE));
    all.addAll(List.of(arguments));
    return run(new VerifyCommand(targets()), all.toArray(String[]::new));
  }

  private static void assertFault(Run run, long sequence, String kind) throws Exception {
    JsonNode fault = run.service().path("fault");
    assertThat(fault.path("kind").asText()).as(run.out()).isEqualTo(kind);
    assertThat(fault.path("sequence").asLong()).as(run.out()).isEqualTo(sequence);
    assertThat(fault.path("why").asText()).isNotEmpty();
    assertThat(run.exitCode()).isEqualTo(1);
  }

  private record Run(int exitCode, String out, String err) {
    JsonNode service() throws Exception {
      return JSON.readTree(out).path("services").path(0);
    }
  }

  private static Run run(Object command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        new CommandLine(command)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }

  private Targets targets() {
    return new Targets(environment(), null);
  }

  private Map<String, String> environment() {
    return Map.of(
        "CADRAN_DATABASE_CONTRACTS_URL", database.jdbcUrl(),
        "CADRAN_DATABASE_CONTRACTS_USER", database.user(),
        "CADRAN_DATABASE_CONTRACTS_PASSWORD", database.password());
  }

  /** As the superuser of the server, past every trigger. */
  private void tamper(String sql) throws SQLException {
    try (Connection superuser =
            DriverManager.getConnection(database.jdbcUrl(), "postgres", "postgres");
        Statement statement = superuser.createStatement()) {
      statement.execute("alter table audit_entry disable trigger all");
      statement.execute(
          "alter table audit_entry drop constraint if exists audit_entry_sequence_check");
      assertThat(statement.execute(sql)).isFalse();
      statement.execute("alter table audit_entry enable trigger all");
    }
  }

  private void append(int count) throws SQLException {
    try (Connection owner = database.dataSource().getConnection()) {
      owner.setAutoCommit(false);
      int chunk = 5_000;
      for (int done = 0; done < count; done += chunk) {
        AuditTable.append(
            owner,
            SERVICE,
            IntStream.range(done, Math.min(done + chunk, count))
                .mapToObj(VerifyCommandTest::made)
                .toList());
        owner.commit();
      }
    }
  }

  private void insert(ChainedEntry entry) throws SQLException {
    try (Connection owner = database.dataSource().getConnection()) {
      AuditTable.insert(owner, List.of(entry));
    }
  }

  private ChainedEntry entry(long sequence) throws SQLException {
    try (Connection owner = database.dataSource().getConnection();
        Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select "
                    + AuditTable.COLUMNS
                    + " from audit_entry where sequence = "
                    + sequence)) {
      row.next();
      return AuditTable.read(row);
    }
  }

  private static AuditEntry made(int number) {
    // The last of the first fifty is an attempt that never ended.
    boolean attempt = number == ENTRIES - 1;
    return new AuditEntry(
        new UUID(11, number),
        Instant.parse("2026-03-01T10:00:00.123456Z").plusMillis(number),
        SERVICE,
        attempt ? AuditOutcome.ATTEMPTED : AuditOutcome.ALLOWED,
        "5f0c",
        "cadran-portal",
        "ars-agent",
        "192.0.2.1",
        "r-" + number % 7 + "1",
        "getPaymentPack",
        "GET",
        "/v1/payments/{id}/pack",
        "p1" + number,
        null,
        attempt ? null : 200,
        null,
        1);
  }
}
