package fr.cadran.indicators.database;

import java.sql.SQLException;

/** The database refused or does not answer; the transaction rolls back. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Carries what the driver said. */
  public DatabaseException(SQLException cause) {
    super(cause);
  }
}
