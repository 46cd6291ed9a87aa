package fr.cadran.operator.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The database of one service.
 *
 * @param service short name
 * @param url for JDBC, without credentials
 * @param user the role to connect as
 * @param password of that role
 */
public record ServiceDatabase(String service, String url, String user, String password) {
  private static final String CONNECT_SECONDS = "5";

  /** A connection that can change what its role may; each statement is a transaction. */
  public Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", CONNECT_SECONDS);
    properties.setProperty("ApplicationName", "cadran-operator");
    return DriverManager.getConnection(url, properties);
  }

  /** A connection that cannot change anything. */
  public Connection connectReadOnly() throws SQLException {
    Connection connection = connect();
    try {
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      return connection;
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
  }

  /** Without the password, for messages. */
  @Override
  public String toString() {
    return service + " at " + url + " as " + user;
  }
}
