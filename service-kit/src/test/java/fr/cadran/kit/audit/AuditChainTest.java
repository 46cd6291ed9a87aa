package fr.cadran.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.testing.infra.Database;
import fr.cadran.testing.infra.Databases;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditChainTest {

  @Test
  void the_form_of_the_hash_stays_as_it_is() {
    // Written down when the form was made: a chain of today must be verifiable in ten years.
    ChainedEntry first = AuditChain.chain(AuditChain.beginning("probe"), 1, entry(1));

    assertThat(AuditChain.beginning("probe"))
        .isEqualTo("da000d500aa60a9d7d55f8963c56b1662c87ef832a851ef5733162fe5b3e9b1f");
    assertThat(first.hash())
        .isEqualTo("9e946a027f3315c3f61c751b4127d0ba65ea7264349bc50168a1a6dbedb10989");
  }

  @Test
  void two_entries_whose_fields_join_to_one_text_have_two_hashes() {
    AuditEntry one = named("ab", "c");
    AuditEntry other = named("a", "bc");
    AuditEntry absent = named("abc", null);
    AuditEntry empty = named("abc", "");

    assertThat(
            List.of(one, other, absent, empty).stream()
                .map(entry -> AuditChain.hash(AuditChain.beginning("probe"), 1, entry)))
        .doesNotHaveDuplicates();
  }

  @Test
  void several_instances_write_one_chain() throws Exception {
    int instances = 4;
    int commits = 50;
    try (Database database = Databases.create("audit")) {
      Audit audit = new Audit(database.dataSource());
      try (InputStream script = getClass().getResourceAsStream("/db/kit/V0_3__audit.sql")) {
        audit.execute(new String(script.readAllBytes(), StandardCharsets.UTF_8));
      }
      List<Future<?>> running = new ArrayList<>();
      try (ExecutorService executor = Executors.newFixedThreadPool(instances)) {
        for (int i = 0; i < instances; i++) {
          running.add(
              executor.submit(() -> {
                try (Connection connection = database.dataSource().getConnection()) {
                  connection.setAutoCommit(false);
                  for (int j = 0; j < commits; j++) {
                    AuditTable.append(
                        connection,
                        "probe",
                        IntStream.rangeClosed(1, 3).mapToObj(AuditChainTest::entry).toList());
                    connection.commit();
                  }
                }
                return null;
              }));
        }
        for (Future<?> one : running) {
          one.get();
        }
      }

      assertThat(audit.chain()).hasSize(instances * commits * 3);
      audit.assertSound("probe");
    }
  }

  private static AuditEntry named(String subject, String client) {
    AuditEntry base = entry(1);
    return new AuditEntry(
        base.call(),
        base.at(),
        base.service(),
        base.outcome(),
        subject,
        client,
        base.roles(),
        base.address(),
        base.requestId(),
        base.operation(),
        base.method(),
        base.route(),
        base.resource(),
        base.filters(),
        base.status(),
        base.code(),
        base.calls());
  }

  private static AuditEntry entry(int number) {
    return new AuditEntry(
        new UUID(7, number),
        Instant.parse("2026-03-01T10:00:00.123456Z"),
        "probe",
        AuditOutcome.ALLOWED,
        "5f0c",
        "cadran-portal",
        "ars-agent,auditor",
        "192.0.2.1",
        "r-" + number,
        "getPaymentPack",
        "GET",
        "/v1/payments/{id}/pack",
        "p" + number,
        null,
        200,
        null,
        1);
  }
}
