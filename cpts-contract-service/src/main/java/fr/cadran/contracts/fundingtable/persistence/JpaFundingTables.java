package fr.cadran.contracts.fundingtable.persistence;

import fr.cadran.contracts.fundingtable.application.FundingTables;
import fr.cadran.contracts.fundingtable.domain.FundingAmount;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.fundingtable.domain.RuleParameter;
import fr.cadran.contracts.fundingtable.domain.RuleParameters;
import fr.cadran.contracts.fundingtable.domain.Verification;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.kit.type.Euros;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The funding tables in PostgreSQL. */
@ApplicationScoped
class JpaFundingTables
    implements FundingTables, PanacheRepositoryBase<FundingTableEntity, FundingTableKey> {
  private static final String PUBLISHED = "publishedAt is not null";
  private static final String LATEST =
      """
      from FundingTableEntity t where t.publishedAt is not null and t.version =
        (select max(o.version) from FundingTableEntity o
         where o.code = t.code and o.publishedAt is not null)
      """;
  private static final String ORDER = " order by t.validFrom, t.code";

  /** A published version is frozen, so that it is read from the database once. */
  private final Map<FundingTableKey, FundingTable> frozen = new ConcurrentHashMap<>();

  @Override
  public Optional<FundingTable> published(String code) {
    return find("code = ?1 and " + PUBLISHED + " order by version desc", code)
        .firstResultOptional()
        .map(this::toDomain);
  }

  @Override
  public Optional<FundingTable> published(String code, int version) {
    FundingTable known = frozen.get(new FundingTableKey(code, version));
    return known != null
        ? Optional.of(known)
        : find("code = ?1 and version = ?2 and " + PUBLISHED, code, version)
            .firstResultOptional()
            .map(this::toDomain);
  }

  @Override
  public List<FundingTable> latest(@Nullable LocalDate on) {
    List<FundingTableEntity> found =
        on == null
            ? list(LATEST + ORDER)
            : list(
                LATEST
                    + " and t.validFrom <= ?1 and (t.validUntil is null or t.validUntil > ?1)"
                    + ORDER,
                on);
    return found.stream().map(this::toDomain).toList();
  }

  private FundingTable toDomain(FundingTableEntity row) {
    return frozen.computeIfAbsent(new FundingTableKey(row.code, row.version), key -> read(row));
  }

  private static FundingTable read(FundingTableEntity row) {
    return new FundingTable(
        row.code,
        row.version,
        row.label,
        row.validFrom,
        row.validUntil,
        row.source,
        row.amounts.stream()
            .map(amount ->
                new FundingAmount(
                    FundingLine.valueOf(amount.line),
                    Volet.valueOf(amount.volet),
                    amount.size,
                    new Euros(amount.amount),
                    amount.earmarked,
                    amount.source,
                    Verification.ofToken(amount.verification).orElseThrow()))
            .toList(),
        new RuleParameters(
            row.parameters.stream()
                .map(parameter ->
                    new RuleParameter(
                        RuleName.ofToken(parameter.name).orElseThrow(),
                        parameter.value,
                        parameter.source,
                        Verification.ofToken(parameter.verification).orElseThrow()))
                .toList()));
  }
}
