package fr.cadran.contracts.payment.persistence;

import java.sql.SQLException;

/** The database refused or did not answer. */
final class LedgerStorageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LedgerStorageException(SQLException cause) {
    super(cause);
  }
}
