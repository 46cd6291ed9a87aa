package fr.cadran.testing.infra;

import fr.cadran.testing.token.Tokens;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Gives a {@code @QuarkusTest} the real parts: an empty PostgreSQL database, a broker without
 * topics and the public key of {@link Tokens}. Server and broker run once per test JVM; only the
 * database is new at each start of Quarkus.
 *
 * <pre>{@code
 * @QuarkusTest
 * @QuarkusTestResource(CadranTestResource.class)
 * // without Kafka: initArgs = @ResourceArg(name = "with", value = "PostgreSQL")
 * }</pre>
 */
public final class CadranTestResource implements QuarkusTestResourceLifecycleManager {

  /** Name of the init argument that lists the parts, by comma; all of them by default. */
  public static final String WITH = "with";

  private static final String POSTGRESQL = "PostgreSQL";
  private static final String KAFKA = "Kafka";

  private Set<String> parts = Set.of(POSTGRESQL, KAFKA);
  private @Nullable Database database;

  @Override
  public void init(Map<String, String> initArgs) {
    String with = initArgs.get(WITH);
    if (with == null) {
      return;
    }
    parts =
        Arrays.stream(with.split(",", -1))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    if (!Set.of(POSTGRESQL, KAFKA).containsAll(parts)) {
      throw new IllegalArgumentException(
          "argument '" + WITH + "' knows " + POSTGRESQL + " and " + KAFKA + ", not " + with);
    }
  }

  @Override
  public Map<String, String> start() {
    Map<String, String> config = new HashMap<>();
    if (parts.contains(POSTGRESQL)) {
      Database created = Databases.create("quarkus");
      database = created;
      config.put("quarkus.datasource.jdbc.url", created.jdbcUrl());
      config.put("quarkus.datasource.username", created.user());
      config.put("quarkus.datasource.password", created.password());
    }
    if (parts.contains(KAFKA)) {
      String bootstrapServers = Broker.sharedBootstrapServers();
      empty(bootstrapServers);
      config.put("kafka.bootstrap.servers", bootstrapServers);
    }
    config.put("quarkus.oidc.public-key", Tokens.publicKey());
    config.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
    config.put("quarkus.oidc.token.audience", Tokens.AUDIENCE);
    return config;
  }

  @Override
  public void stop() {
    Database dropped = database;
    if (dropped != null) {
      database = null;
      try {
        dropped.close();
      } catch (SQLException e) {
        throw new IllegalStateException("the test database cannot be dropped", e);
      }
    }
  }

  /** Offsets and messages of an earlier Quarkus start mean nothing to the new database. */
  private static void empty(String bootstrapServers) {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      // A group goes only when its last member has left, which the stopped application is doing.
      Awaitility.await("consumer groups of the earlier start are gone")
          .atMost(Duration.ofSeconds(30))
          .ignoreExceptions()
          .until(() -> deleteGroups(admin));
      admin
          .deleteTopics(admin.listTopics().names().get(30, TimeUnit.SECONDS))
          .all()
          .get(30, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the topics of an earlier start cannot be deleted", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while emptying the broker", e);
    }
  }

  private static boolean deleteGroups(Admin admin)
      throws ExecutionException, InterruptedException, TimeoutException {
    Collection<GroupListing> groups = admin.listGroups().all().get(10, TimeUnit.SECONDS);
    List<String> ids = groups.stream().map(GroupListing::groupId).toList();
    admin.deleteConsumerGroups(ids).all().get(10, TimeUnit.SECONDS);
    return true;
  }
}
