package fr.cadran.contracts.fundingtable.persistence;

import fr.cadran.contracts.fundingtable.application.TableVersions;
import fr.cadran.contracts.fundingtable.domain.FundingAmount;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.FundingTableVersion;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.fundingtable.domain.RuleParameter;
import fr.cadran.contracts.fundingtable.domain.TableContent;
import fr.cadran.contracts.fundingtable.domain.TableState;
import fr.cadran.contracts.fundingtable.domain.Verification;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.kit.type.Euros;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The versions of the funding tables by Hibernate; the database refuses to change a frozen one. */
@ApplicationScoped
class JpaTableVersions
    implements TableVersions, PanacheRepositoryBase<FundingTableEntity, FundingTableKey> {

  @Override
  public void lock() {
    // Readers go on; writers of tables, who are rare, follow each other.
    getEntityManager()
        .createNativeQuery("lock table funding_table in share row exclusive mode")
        .executeUpdate();
  }

  @Override
  public boolean exists(String code) {
    return count("code", code) > 0;
  }

  @Override
  public Optional<FundingTableVersion> find(String code, int version) {
    return findByIdOptional(new FundingTableKey(code, version)).map(JpaTableVersions::version);
  }

  @Override
  public List<FundingTableVersion> of(String code) {
    return list("code = ?1 order by version", code).stream()
        .map(JpaTableVersions::version)
        .toList();
  }

  @Override
  public List<FundingTableVersion> latestPublished() {
    return list(
            """
            from FundingTableEntity t where t.publishedAt is not null and t.version =
              (select max(o.version) from FundingTableEntity o
               where o.code = t.code and o.publishedAt is not null)
            order by t.validFrom, t.code
            """)
        .stream()
        .map(JpaTableVersions::version)
        .toList();
  }

  @Override
  public void add(FundingTableVersion draft) {
    FundingTableEntity row = new FundingTableEntity();
    row.code = draft.code();
    row.version = draft.version();
    write(draft, row);
    writeRows(draft.content(), row);
    persistAndFlush(row);
  }

  @Override
  public void replace(FundingTableVersion version) {
    FundingTableEntity row =
        Objects.requireNonNull(findById(new FundingTableKey(version.code(), version.version())));
    if (!version(row).content().equals(version.content())) {
      row.amounts.clear();
      row.parameters.clear();
      flush();
      writeRows(version.content(), row);
    }
    write(version, row);
    flush();
  }

  private static void write(FundingTableVersion version, FundingTableEntity row) {
    row.revision = version.revision();
    row.label = version.content().label();
    row.validFrom = version.content().validFrom();
    row.validUntil = version.content().validUntil();
    row.source = version.content().source();
    row.changedAt = version.changedAt();
    row.publishedAt = version.publishedAt();
  }

  private static void writeRows(TableContent content, FundingTableEntity row) {
    int position = 0;
    for (FundingAmount amount : content.amounts()) {
      FundingAmountRow one = new FundingAmountRow();
      one.position = ++position;
      one.line = amount.line().name();
      one.volet = amount.volet().name();
      one.size = amount.size();
      one.amount = amount.amount().amount();
      one.earmarked = amount.earmarked();
      one.source = amount.source();
      one.verification = amount.verification().token();
      row.amounts.add(one);
    }
    for (RuleParameter parameter : content.parameters()) {
      FundingParameterRow one = new FundingParameterRow();
      one.name = parameter.name().token();
      one.value = parameter.value();
      one.source = parameter.source();
      one.verification = parameter.verification().token();
      row.parameters.add(one);
    }
  }

  private static FundingTableVersion version(FundingTableEntity row) {
    return new FundingTableVersion(
        row.code,
        row.version,
        row.publishedAt == null ? TableState.DRAFT : TableState.PUBLISHED,
        row.revision,
        new TableContent(
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
            row.parameters.stream()
                .map(parameter ->
                    new RuleParameter(
                        RuleName.ofToken(parameter.name).orElseThrow(),
                        parameter.value,
                        parameter.source,
                        Verification.ofToken(parameter.verification).orElseThrow()))
                .toList()),
        row.changedAt,
        row.publishedAt);
  }
}
