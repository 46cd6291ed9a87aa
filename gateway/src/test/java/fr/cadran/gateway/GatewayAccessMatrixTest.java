package fr.cadran.gateway;

import fr.cadran.testing.access.AccessMatrix;
import fr.cadran.testing.access.AccessRow;
import fr.cadran.testing.access.Call;
import fr.cadran.testing.infra.CadranTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What the gateway answers by itself; what it forwards, the services ask of themselves. */
@QuarkusTest
@QuarkusTestResource(
    value = CadranTestResource.class,
    initArgs = @ResourceArg(name = "with", value = ""))
@QuarkusTestResource(value = EveryService.class, restrictToAnnotatedClass = true)
class GatewayAccessMatrixTest extends AccessMatrix {
  GatewayAccessMatrixTest() {
    super("gateway");
  }

  /** The merged description would bring the operations of the services along. */
  @Override
  protected String description() {
    try (InputStream own =
        Objects.requireNonNull(
            Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream("META-INF/quarkus-generated-openapi-doc.JSON"))) {
      return new String(own.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  protected List<AccessRow> rows() {
    return List.of(
        AccessRow.of("getOpenApi")
            .openToEverybody()
            .succeedsWith(200, () -> Call.to("/v1/openapi.json").shows("\"openapi\"")),
        AccessRow.of("getOpenApi30")
            .openToEverybody()
            .succeedsWith(200, () -> Call.to("/v1/openapi-3.0.json").shows("\"openapi\"")));
  }
}
