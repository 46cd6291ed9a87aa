package fr.cadran.contracts.dialogue.persistence;

import fr.cadran.contracts.payment.application.PackSignature;
import fr.cadran.contracts.payment.application.SignatureRecords;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Every signature behind the money of a contract: of the contract, of its avenants, of the annexes
 * of its missions and of each frozen version of its results.
 */
@ApplicationScoped
class JdbcContractSignatures implements SignatureRecords {
  private static final String ALL =
      """
      select 'contract' as document, hash, party, subject, signed_at
        from contract_signature where contract = ? and signed_at <= ?
      union all
      select 'avenant ' || number, hash, party, subject, signed_at
        from avenant_signature where contract = ? and signed_at <= ?
      union all
      select 'dialogue ' || s.number || ', mission start', s.hash, s.party, s.subject, s.signed_at
        from dialogue_signature s
        join dialogue d on d.contract = s.contract and d.number = s.number
       where d.kind = 'MISSION_START' and s.contract = ? and s.signed_at <= ?
      union all
      select 'dialogue ' || number || ', results ' || results_version, hash, party, subject, signed_at
        from dialogue_results_signature where contract = ? and signed_at <= ?
      order by 5, 1, 3
      """;

  private final DataSource database;

  JdbcContractSignatures(DataSource database) {
    this.database = database;
  }

  @Override
  public List<PackSignature> until(UUID contract, Instant instant) {
    List<PackSignature> signatures = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(ALL)) {
      for (int i = 1; i <= 8; i += 2) {
        statement.setObject(i, contract);
        statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          signatures.add(
              new PackSignature(
                  row.getString("document"),
                  row.getString("hash"),
                  row.getString("party"),
                  row.getString("subject"),
                  row.getObject("signed_at", OffsetDateTime.class).toInstant()));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the signatures cannot be read", e);
    }
    return signatures;
  }
}
