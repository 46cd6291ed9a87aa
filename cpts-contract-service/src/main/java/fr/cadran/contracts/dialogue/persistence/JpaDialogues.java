package fr.cadran.contracts.dialogue.persistence;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.contracts.contract.domain.CanonicalForm;
import fr.cadran.contracts.dialogue.application.Dialogues;
import fr.cadran.contracts.dialogue.domain.Decision;
import fr.cadran.contracts.dialogue.domain.DialogueDeGestion;
import fr.cadran.contracts.dialogue.domain.DialogueKind;
import fr.cadran.contracts.dialogue.domain.DialogueState;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Dialogues by Hibernate. */
@ApplicationScoped
class JpaDialogues implements Dialogues, PanacheRepositoryBase<DialogueEntity, DialogueKey> {
  private final ObjectMapper mapper;

  JpaDialogues(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public Optional<DialogueDeGestion> find(UUID contract, int number) {
    return findByIdOptional(new DialogueKey(contract, number)).map(this::toDomain);
  }

  @Override
  public List<DialogueDeGestion> list(UUID contract) {
    return find("contract = ?1 order by number", contract).<DialogueEntity>list().stream()
        .map(this::toDomain)
        .toList();
  }

  @Override
  public void add(DialogueDeGestion dialogue) {
    DialogueEntity row = new DialogueEntity();
    row.contract = dialogue.contract();
    row.number = dialogue.number();
    write(row, dialogue);
    persistAndFlush(row);
  }

  @Override
  public void replace(DialogueDeGestion dialogue) {
    write(
        Objects.requireNonNull(findById(new DialogueKey(dialogue.contract(), dialogue.number()))),
        dialogue);
    flush();
  }

  @Override
  public void freeze(DialogueDeGestion closed) {
    CanonicalForm text = closed.canonical().orElseThrow();
    FrozenResultsEntity row = new FrozenResultsEntity();
    row.contract = closed.contract();
    row.number = closed.number();
    row.resultsVersion = closed.resultsVersion();
    row.content = text.text();
    row.hash = text.hash();
    row.closedAt = Objects.requireNonNull(closed.closedAt());
    row.signatures.addAll(DialogueSignatureRow.of(closed.signatures()));
    getEntityManager().persist(row);
    flush();
  }

  @Override
  public List<Frozen> frozen(UUID contract, int number) {
    return getEntityManager()
        .createQuery(
            "from FrozenResultsEntity f where f.contract = :contract and f.number = :number",
            FrozenResultsEntity.class)
        .setParameter("contract", contract)
        .setParameter("number", number)
        .getResultStream()
        .map(row ->
            new Frozen(
                row.resultsVersion,
                row.hash,
                row.content,
                DialogueSignatureRow.toDomain(row.signatures),
                row.closedAt))
        .sorted(Comparator.comparingInt(Frozen::resultsVersion))
        .toList();
  }

  private static void write(DialogueEntity row, DialogueDeGestion dialogue) {
    DialogueDeGestion.Due due = dialogue.due();
    Set<DecisionRow> decisions =
        dialogue.decisions().stream().map(DecisionRow::of).collect(Collectors.toSet());
    Set<DialogueSignatureRow> signatures = DialogueSignatureRow.of(dialogue.signatures());
    row.kind = dialogue.kind().name();
    row.state = dialogue.state().name();
    row.version = dialogue.version();
    row.contractYear = dialogue.contractYear();
    row.dueFrom = due == null ? null : due.from();
    row.dueUntil = due == null ? null : due.until();
    row.content = dialogue.canonical().map(CanonicalForm::text).orElse(null);
    row.resultsVersion = dialogue.resultsVersion();
    row.correction = dialogue.correction();
    row.decisions.retainAll(decisions);
    row.decisions.addAll(decisions);
    row.signatures.retainAll(signatures);
    row.signatures.addAll(signatures);
    row.closedAt = dialogue.closedAt();
    row.createdAt = dialogue.createdAt();
    row.changedAt = dialogue.changedAt();
  }

  private DialogueDeGestion toDomain(DialogueEntity row) {
    DialogueKind kind = DialogueKind.valueOf(row.kind);
    LocalDate dueFrom = row.dueFrom;
    String content = row.content;
    return new DialogueDeGestion(
        row.contract,
        row.number,
        kind,
        DialogueState.valueOf(row.state),
        row.version,
        row.contractYear,
        dueFrom == null
            ? null
            : new DialogueDeGestion.Due(dueFrom, Objects.requireNonNull(row.dueUntil)),
        kind == DialogueKind.MISSION_START && content != null
            ? DialogueJson.annex(mapper, content)
            : null,
        kind == DialogueKind.SIGNATURE && content != null ? new CanonicalForm(content) : null,
        kind == DialogueKind.YEARLY && content != null
            ? DialogueJson.results(mapper, content)
            : null,
        row.resultsVersion,
        row.correction,
        row.decisions.stream()
            .map(DecisionRow::toDomain)
            .sorted(
                Comparator.comparing((Decision one) -> one.key().mission())
                    .thenComparing(one -> one.key().code())
                    .thenComparing(Decision::party))
            .toList(),
        DialogueSignatureRow.toDomain(row.signatures),
        row.closedAt,
        row.createdAt,
        row.changedAt);
  }
}
