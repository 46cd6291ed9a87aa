package fr.cadran.centres;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.cadran.testing.infra.CadranTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(CadranTestResource.class)
class ImmutableVersionTest {
  @Inject DataSource database;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update quarterly_version set content = '{}' where centre = '%s'",
        "delete from quarterly_version where centre = '%s'",
      })
  void the_database_itself_refuses_to_change_what_was_submitted(String change) throws SQLException {
    String finess = Calls.newCentreWithMandat();
    Calls.submitted(finess, Calls.QUARTER, Calls.passages(1));

    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(change.formatted(finess)))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("a submitted version is immutable");
    }
  }
}
