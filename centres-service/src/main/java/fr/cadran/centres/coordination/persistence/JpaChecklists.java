package fr.cadran.centres.coordination.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.centres.coordination.application.Checklists;
import fr.cadran.centres.coordination.domain.CommitmentChecklist;
import fr.cadran.centres.coordination.domain.FollowedCommitment;
import fr.cadran.kit.type.Finess;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Checklists by Hibernate. */
@ApplicationScoped
class JpaChecklists
    implements Checklists, PanacheRepositoryBase<ChecklistEntity, VersionOfChecklistKey> {
  private static final TypeReference<List<FollowedCommitment>> ITEMS = new TypeReference<>() {};

  private final ObjectMapper json;

  JpaChecklists(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public CommitmentChecklist of(Finess centre, int year) {
    return find("centre = ?1 and year = ?2 order by version desc", centre.value(), year)
        .firstResultOptional()
        .map(row ->
            new CommitmentChecklist(centre, row.year, row.version, row.changedAt, items(row.items)))
        .orElseGet(() -> CommitmentChecklist.empty(centre, year));
  }

  @Override
  public void add(CommitmentChecklist checklist) {
    ChecklistEntity row = new ChecklistEntity();
    row.centre = checklist.centre().value();
    row.year = checklist.year();
    row.version = checklist.version();
    row.items = json(checklist.items());
    row.changedAt = Objects.requireNonNull(checklist.changedAt());
    persistAndFlush(row);
  }

  private String json(List<FollowedCommitment> items) {
    try {
      return json.writeValueAsString(items);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private List<FollowedCommitment> items(String text) {
    try {
      return json.readValue(text, ITEMS);
    } catch (JsonProcessingException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
