package fr.cadran.centres.quarterlydata.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.centres.quarterlydata.application.QuarterlyRecords;
import fr.cadran.centres.quarterlydata.application.RecordSummary;
import fr.cadran.centres.quarterlydata.domain.CentreHistory;
import fr.cadran.centres.quarterlydata.domain.Decision;
import fr.cadran.centres.quarterlydata.domain.QuarterlyContent;
import fr.cadran.centres.quarterlydata.domain.QuarterlyRecord;
import fr.cadran.centres.quarterlydata.domain.RecordState;
import fr.cadran.centres.quarterlydata.domain.SubmittedVersion;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Quarterly records by Hibernate; contents are JSON, and quarters sort as text. */
@ApplicationScoped
class JpaQuarterlyRecords
    implements QuarterlyRecords, PanacheRepositoryBase<QuarterlyRecordEntity, QuarterKey> {
  private static final String LAST_QUARTER = "9999-Q4";

  private final ObjectMapper json;

  JpaQuarterlyRecords(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public Optional<QuarterlyRecord> find(Finess centre, Quarter quarter) {
    return findByIdOptional(new QuarterKey(centre.value(), quarter.toString()))
        .map(row ->
            new QuarterlyRecord(
                centre,
                quarter,
                row.revision,
                row.draft == null ? null : content(row.draft),
                row.version == 0 ? null : version(centre, quarter, row.version).orElseThrow(),
                row.changedAt));
  }

  @Override
  public List<RecordSummary> list(
      Finess centre, boolean submittedOnly, @Nullable Quarter before, int most) {
    // Contents stay in the database: a list needs none of them.
    String query =
        """
        select r.quarter, case when r.draft is null then true else false end, r.version,
               r.changedAt, v.submittedAt, d.outcome, d.decidedAt
        from QuarterlyRecordEntity r
        left join QuarterlyVersionEntity v
          on v.centre = r.centre and v.quarter = r.quarter and v.version = r.version
        left join QuarterlyDecisionEntity d
          on d.centre = v.centre and d.quarter = v.quarter and d.version = v.version
        where r.centre = :centre and r.quarter < :before
          and (:submittedOnly = false or r.version > 0)
        order by r.quarter desc
        """;
    return getEntityManager()
        .createQuery(query, Object[].class)
        .setParameter("centre", centre.value())
        .setParameter("before", before == null ? LAST_QUARTER : before.toString())
        .setParameter("submittedOnly", submittedOnly)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(row -> summary(row, submittedOnly))
        .toList();
  }

  private static RecordSummary summary(Object[] row, boolean submittedOnly) {
    boolean asSubmitted = submittedOnly || (Boolean) row[1];
    Decision.Outcome outcome = (Decision.Outcome) row[5];
    RecordState submitted = outcome == null ? RecordState.SUBMITTED : outcome.state();
    Instant changed = (Instant) (outcome == null ? row[4] : row[6]);
    return new RecordSummary(
        Quarter.parse((String) row[0]),
        asSubmitted ? submitted : RecordState.DRAFT,
        (Integer) row[2],
        asSubmitted ? changed : (Instant) row[3]);
  }

  @Override
  public List<SubmittedVersion> versions(Finess centre, Quarter quarter, int after, int most) {
    return getEntityManager()
        .createQuery(
            """
            select v, d from QuarterlyVersionEntity v
            left join QuarterlyDecisionEntity d
              on d.centre = v.centre and d.quarter = v.quarter and d.version = v.version
            where v.centre = :centre and v.quarter = :quarter and v.version > :after
            order by v.version
            """,
            Object[].class)
        .setParameter("centre", centre.value())
        .setParameter("quarter", quarter.toString())
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList()
        .stream()
        .map(row -> version((QuarterlyVersionEntity) row[0], (QuarterlyDecisionEntity) row[1]))
        .toList();
  }

  @Override
  public Optional<SubmittedVersion> version(Finess centre, Quarter quarter, int version) {
    VersionKey key = new VersionKey(centre.value(), quarter.toString(), version);
    return Optional.ofNullable(getEntityManager().find(QuarterlyVersionEntity.class, key))
        .map(row -> version(row, getEntityManager().find(QuarterlyDecisionEntity.class, key)));
  }

  @Override
  public CentreHistory historyBefore(Finess centre, Quarter quarter) {
    Map<Quarter, QuarterlyContent> contents = new TreeMap<>();
    getEntityManager()
        .createQuery(
            """
            select v from QuarterlyVersionEntity v
            join QuarterlyRecordEntity r
              on r.centre = v.centre and r.quarter = v.quarter and r.version = v.version
            where v.centre = :centre and v.quarter < :quarter
            order by v.quarter desc
            """,
            QuarterlyVersionEntity.class)
        .setParameter("centre", centre.value())
        .setParameter("quarter", quarter.toString())
        .setMaxResults(CentreHistory.QUARTERS_NEEDED)
        .getResultList()
        .forEach(row -> contents.put(Quarter.parse(row.quarter), content(row.content)));
    return new CentreHistory(contents);
  }

  @Override
  public void save(QuarterlyRecord record) {
    QuarterKey key = new QuarterKey(record.finess().value(), record.quarter().toString());
    QuarterlyRecordEntity row = findById(key);
    boolean isNew = row == null;
    if (row == null) {
      row = new QuarterlyRecordEntity();
      row.centre = key.centre();
      row.quarter = key.quarter();
    }
    boolean addsVersion = record.version() > row.version;
    row.revision = record.revision();
    row.draft = record.draft() == null ? null : json(record.draft());
    row.version = record.version();
    row.changedAt = record.changedAt();
    if (isNew) {
      persist(row);
    }
    if (addsVersion) {
      add(key, Objects.requireNonNull(record.latest()));
    }
    if (record.latest() != null && record.latest().decision() != null) {
      addUnlessThere(key, record.version(), record.latest().decision());
    }
    flush();
  }

  private void add(QuarterKey key, SubmittedVersion version) {
    QuarterlyVersionEntity row = new QuarterlyVersionEntity();
    row.centre = key.centre();
    row.quarter = key.quarter();
    row.version = version.version();
    row.content = json(version.content());
    row.submittedAt = version.submittedAt();
    row.submittedBy = version.submittedBy();
    row.acknowledgedWarnings = json(version.acknowledgedWarnings());
    row.dueOn = version.dueOn();
    row.late = version.isLate();
    getEntityManager().persist(row);
  }

  private void addUnlessThere(QuarterKey key, int version, Decision decision) {
    VersionKey of = new VersionKey(key.centre(), key.quarter(), version);
    if (getEntityManager().find(QuarterlyDecisionEntity.class, of) != null) {
      return;
    }
    QuarterlyDecisionEntity row = new QuarterlyDecisionEntity();
    row.centre = key.centre();
    row.quarter = key.quarter();
    row.version = version;
    row.outcome = decision.outcome();
    row.comment = decision.comment();
    row.decidedAt = decision.decidedAt();
    row.decidedBy = decision.decidedBy();
    getEntityManager().persist(row);
  }

  private SubmittedVersion version(
      QuarterlyVersionEntity row, @Nullable QuarterlyDecisionEntity decided) {
    return new SubmittedVersion(
        row.version,
        content(row.content),
        row.submittedAt,
        row.submittedBy,
        read(row.acknowledgedWarnings, new TypeReference<List<String>>() {}),
        row.dueOn,
        decided == null
            ? null
            : new Decision(decided.outcome, decided.comment, decided.decidedAt, decided.decidedBy));
  }

  private QuarterlyContent content(String text) {
    return read(text, new TypeReference<QuarterlyContent>() {});
  }

  private <T> T read(String text, TypeReference<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private String json(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
