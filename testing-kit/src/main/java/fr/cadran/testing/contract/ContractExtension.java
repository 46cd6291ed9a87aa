package fr.cadran.testing.contract;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Registers the {@link ContractFilter}; before each test, because a test may reset REST Assured.
 */
public final class ContractExtension implements BeforeEachCallback {

  @Override
  public void beforeEach(ExtensionContext context) {
    ContractFilter.register();
  }
}
