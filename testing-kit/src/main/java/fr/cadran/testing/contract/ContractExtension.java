package fr.cadran.testing.contract;

import io.restassured.RestAssured;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Registers the {@link ContractFilter}; before each test, because a test may reset REST Assured. It
 * is gone after the class: others talk to servers that describe nothing.
 */
public final class ContractExtension implements BeforeEachCallback, AfterAllCallback {

  @Override
  public void beforeEach(ExtensionContext context) {
    ContractFilter.register();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    RestAssured.replaceFiltersWith(
        RestAssured.filters().stream()
            .filter(filter -> !(filter instanceof ContractFilter))
            .toList());
  }
}
