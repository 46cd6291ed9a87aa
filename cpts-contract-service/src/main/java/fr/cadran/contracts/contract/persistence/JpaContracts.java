package fr.cadran.contracts.contract.persistence;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.contracts.contract.application.ContractChange;
import fr.cadran.contracts.contract.application.Contracts;
import fr.cadran.contracts.contract.domain.Avenant;
import fr.cadran.contracts.contract.domain.Contract;
import fr.cadran.contracts.contract.domain.ContractEvent;
import fr.cadran.contracts.contract.domain.ContractState;
import fr.cadran.contracts.contract.domain.Offer;
import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.contract.domain.TerminationNotice;
import fr.cadran.contracts.cpts.application.WithinReach;
import fr.cadran.contracts.cpts.domain.DoneBy;
import fr.cadran.kit.access.CptsScope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contracts by Hibernate. */
@ApplicationScoped
class JpaContracts implements Contracts, PanacheRepositoryBase<ContractEntity, UUID> {
  private static final List<String> RUNNING =
      List.of("SIGNED", "ACTIVE", "TERMINATION_NOTIFIED", "TERMINATION_SUSPENDED");
  private static final List<String> OVER = List.of("TERMINATED", "ENDED", "ABANDONED");

  private final ObjectMapper mapper;

  JpaContracts(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public Optional<UUID> cptsOf(UUID contract) {
    // The column alone: the row is read once its CPTS is locked, not before.
    return getEntityManager()
        .createQuery("select c.cpts from ContractEntity c where c.id = :id", UUID.class)
        .setParameter("id", contract)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<Contract> find(UUID id) {
    return findByIdOptional(id).map(this::toDomain);
  }

  @Override
  public boolean hasOne(UUID cpts) {
    return count("cpts = ?1 and state not in ?2", cpts, OVER) > 0;
  }

  @Override
  public List<Contract> list(CptsScope reach, Filter filter, @Nullable UUID after, int most) {
    StringBuilder query =
        new StringBuilder(
            "select c from ContractEntity c, CptsEntity p where p.id = c.cpts and "
                + WithinReach.of("p"));
    Map<String, Object> parameters = WithinReach.parameters(reach);
    narrow(query, parameters, "c.cpts", "cpts", filter.cpts());
    narrow(
        query,
        parameters,
        "c.state",
        "state",
        filter.state() == null ? null : filter.state().name());
    narrow(query, parameters, "c.size", "size", filter.size());
    narrow(query, parameters, "p.departement", "departement", filter.departement());
    if (after != null) {
      query.append(" and c.id > :after");
      parameters.put("after", after);
    }
    return find(query.append(" order by c.id").toString(), parameters)
        .range(0, most - 1)
        .<ContractEntity>list()
        .stream()
        .map(this::toDomain)
        .toList();
  }

  private static void narrow(
      StringBuilder query,
      Map<String, Object> parameters,
      String column,
      String name,
      @Nullable Object wanted) {
    if (wanted != null) {
      query.append(" and ").append(column).append(" = :").append(name);
      parameters.put(name, wanted);
    }
  }

  @Override
  public List<UUID> inForce() {
    return getEntityManager()
        .createQuery(
            "select c.id from ContractEntity c where c.state in :running order by c.id", UUID.class)
        .setParameter("running", RUNNING)
        .getResultList();
  }

  @Override
  public void add(Contract contract) {
    ContractEntity row = new ContractEntity();
    row.id = contract.id();
    write(row, contract);
    persistAndFlush(row);
  }

  @Override
  public void replace(Contract contract) {
    write(Objects.requireNonNull(findById(contract.id())), contract);
    flush();
  }

  @Override
  public void note(ContractChange change) {
    ContractEvent event = change.event();
    ContractState from = change.from();
    Party party = change.party();
    ChangeEntity row = new ChangeEntity();
    row.contract = change.contract();
    row.version = change.version();
    row.event = event == null ? null : event.name();
    row.fromState = from == null ? null : from.name();
    row.toState = change.to().name();
    row.effectiveOn = change.on();
    row.party = party == null ? null : party.name();
    row.subject = change.by().subject();
    row.clientId = change.by().clientId();
    row.note = change.note();
    row.recordedAt = change.at();
    getEntityManager().persist(row);
  }

  @Override
  public List<ContractChange> changes(UUID contract) {
    return getEntityManager()
        .createQuery(
            "from ChangeEntity c where c.contract = :contract order by c.version",
            ChangeEntity.class)
        .setParameter("contract", contract)
        .getResultStream()
        .map(row ->
            new ContractChange(
                row.contract,
                row.version,
                row.event == null ? null : ContractEvent.valueOf(row.event),
                row.fromState == null ? null : ContractState.valueOf(row.fromState),
                ContractState.valueOf(row.toState),
                row.effectiveOn,
                row.party == null ? null : Party.valueOf(row.party),
                new DoneBy(row.subject, row.clientId),
                row.note,
                row.recordedAt))
        .toList();
  }

  @Override
  public void addOffer(UUID contract, Offer offer) {
    OfferEntity row = new OfferEntity();
    row.contract = contract;
    row.number = offer.number();
    row.party = offer.by().name();
    row.message = offer.message();
    row.terms = offer.terms().canonical(cptsOf(contract).orElseThrow()).text();
    row.hash = offer.hash();
    row.madeAt = offer.madeAt();
    getEntityManager().persist(row);
  }

  @Override
  public List<Offer> offers(UUID contract) {
    return getEntityManager()
        .createQuery(
            "from OfferEntity o where o.contract = :contract order by o.number", OfferEntity.class)
        .setParameter("contract", contract)
        .getResultStream()
        .map(row ->
            new Offer(
                row.number,
                Party.valueOf(row.party),
                row.message,
                TermsJson.terms(mapper, row.terms),
                row.hash,
                row.madeAt))
        .toList();
  }

  @Override
  public void addAvenant(Avenant avenant) {
    AvenantEntity row = new AvenantEntity();
    row.contract = avenant.contract();
    row.number = avenant.number();
    row.effectiveOn = avenant.effectiveOn();
    row.content = avenant.canonical().text();
    row.hash = avenant.hash();
    row.proposedBy = avenant.by().name();
    row.proposedAt = avenant.proposedAt();
    getEntityManager().persist(row);
  }

  @Override
  public void replaceAvenant(Avenant avenant) {
    AvenantEntity row =
        getEntityManager()
            .find(AvenantEntity.class, new NumberedKey(avenant.contract(), avenant.number()));
    row.signatures.addAll(SignatureRow.of(avenant.signatures()));
    row.signedAt = avenant.signedAt();
    flush();
  }

  @Override
  public List<Avenant> avenants(UUID contract) {
    return getEntityManager()
        .createQuery(
            "from AvenantEntity a where a.contract = :contract order by a.number",
            AvenantEntity.class)
        .setParameter("contract", contract)
        .getResultStream()
        .map(this::avenant)
        .toList();
  }

  @Override
  public Optional<Avenant> avenant(UUID contract, int number) {
    return avenants(contract).stream().filter(one -> one.number() == number).findFirst();
  }

  private Avenant avenant(AvenantEntity row) {
    TermsJson.AvenantContent content = TermsJson.avenant(mapper, row.content);
    return new Avenant(
        row.contract,
        row.number,
        row.effectiveOn,
        content.changes(),
        content.reason(),
        Party.valueOf(row.proposedBy),
        row.proposedAt,
        SignatureRow.toDomain(row.signatures),
        row.signedAt);
  }

  private static void write(ContractEntity row, Contract contract) {
    row.cpts = contract.cpts();
    row.caisse = contract.caisse();
    row.version = contract.version();
    row.state = contract.state().name();
    row.round = contract.round();
    row.terms = contract.canonical().text();
    row.size = contract.terms().size();
    row.signatures.retainAll(SignatureRow.of(contract.signatures()));
    row.signatures.addAll(SignatureRow.of(contract.signatures()));
    row.signedOn = contract.signedOn();
    row.started = contract.started();
    row.endedOn = contract.endedOn();
    row.createdAt = contract.createdAt();
    row.changedAt = contract.changedAt();
    write(row, contract.termination());
  }

  private static void write(ContractEntity row, @Nullable TerminationNotice notice) {
    TerminationNotice.Opinion opinion = notice == null ? null : notice.opinion();
    row.terminationBy = notice == null ? null : notice.by().name();
    row.terminationReceivedOn = notice == null ? null : notice.receivedOn();
    row.terminationEffectiveOn = notice == null ? null : notice.effectiveOn();
    row.terminationReason = notice == null ? null : notice.reason();
    row.referredOn = notice == null ? null : notice.referredOn();
    row.opinionBody = opinion == null ? null : opinion.body().name();
    row.opinion = opinion == null ? null : opinion.verdict().name();
    row.opinionOn = opinion == null ? null : opinion.on();
  }

  private Contract toDomain(ContractEntity row) {
    return new Contract(
        row.id,
        row.cpts,
        row.caisse,
        row.version,
        ContractState.valueOf(row.state),
        row.round,
        TermsJson.terms(mapper, row.terms),
        SignatureRow.toDomain(row.signatures),
        row.signedOn,
        row.started,
        notice(row),
        row.endedOn,
        row.createdAt,
        row.changedAt);
  }

  private static @Nullable TerminationNotice notice(ContractEntity row) {
    if (row.terminationBy == null) {
      return null;
    }
    LocalDate spokenOn = row.opinionOn;
    return new TerminationNotice(
        Party.valueOf(row.terminationBy),
        Objects.requireNonNull(row.terminationReceivedOn),
        Objects.requireNonNull(row.terminationEffectiveOn),
        Objects.requireNonNull(row.terminationReason),
        row.referredOn,
        spokenOn == null
            ? null
            : new TerminationNotice.Opinion(
                TerminationNotice.Body.valueOf(Objects.requireNonNull(row.opinionBody)),
                TerminationNotice.Verdict.valueOf(Objects.requireNonNull(row.opinion)),
                spokenOn));
  }
}
