package fr.cadran.contracts.indicatorcatalogue;

import org.jspecify.annotations.Nullable;

/** The shipped catalogue cannot be trusted; the service does not start with it. */
final class MalformedCatalogueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedCatalogueException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
