package fr.cadran.centres.centre.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.cadran.centres.access.application.CentreReach;
import fr.cadran.centres.access.application.WithinReach;
import fr.cadran.centres.centre.application.CentreFilter;
import fr.cadran.centres.centre.application.Centres;
import fr.cadran.centres.centre.domain.Centre;
import fr.cadran.centres.centre.domain.Location;
import fr.cadran.centres.centre.domain.RegisteredCentre;
import fr.cadran.kit.type.CommuneCode;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Siret;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The registry by Hibernate. Access is a condition of every query that reads for a caller. */
@ApplicationScoped
class JpaCentres implements Centres, PanacheRepositoryBase<CentreEntity, String> {
  private static final TypeReference<TreeMap<String, Long>> ROOMS = new TypeReference<>() {};

  private static final String WITHIN_REACH = WithinReach.of("c", "reach");

  private final ObjectMapper json;

  JpaCentres(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public Optional<RegisteredCentre> find(Finess finess, CentreReach reach) {
    Map<String, Object> parameters = WithinReach.parameters("reach", reach);
    parameters.put("finess", finess.value());
    return find("from CentreEntity c where c.finess = :finess and " + WITHIN_REACH, parameters)
        .firstResultOptional()
        .map(this::centre);
  }

  @Override
  public Optional<RegisteredCentre> lock(Finess finess, CentreReach reach) {
    if (find(finess, reach).isEmpty()) {
      return Optional.empty();
    }
    CentreEntity row = findById(finess.value(), LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      return Optional.empty();
    }
    // Waiting for the lock takes time in which the row and the caller's mandat may have changed.
    getEntityManager().refresh(row);
    return find(finess, reach);
  }

  @Override
  public boolean exists(Finess finess) {
    return findByIdOptional(finess.value()).isPresent();
  }

  @Override
  public void add(RegisteredCentre centre) {
    CentreEntity row = new CentreEntity();
    row.finess = centre.centre().finess().value();
    row.registeredAt = centre.registeredAt();
    write(centre, row);
    persist(row);
  }

  @Override
  public void replace(RegisteredCentre centre) {
    write(centre, Objects.requireNonNull(findById(centre.centre().finess().value())));
  }

  @Override
  public List<RegisteredCentre> list(
      CentreFilter filter, CentreReach reach, @Nullable String after, int most) {
    Map<String, Object> parameters = WithinReach.parameters("reach", reach);
    List<String> conditions = new ArrayList<>(List.of(WITHIN_REACH));
    narrow(conditions, parameters, "c.departement = :departement", filter.departement());
    narrow(conditions, parameters, "c.region = :region", filter.region());
    narrow(conditions, parameters, "c.managerKind = :managerKind", filter.managerKind());
    narrow(conditions, parameters, ":specialty member of c.specialties", filter.specialty());
    narrow(
        conditions,
        parameters,
        "lower(concat(c.name, ' ', c.communeName, ' ', c.finess)) like :text escape '!'",
        filter.text() == null ? null : containing(filter.text()));
    narrow(conditions, parameters, "c.finess > :after", after);
    return find(
            "from CentreEntity c where " + String.join(" and ", conditions) + " order by c.finess",
            parameters)
        .range(0, most - 1)
        .<CentreEntity>list()
        .stream()
        .map(this::centre)
        .toList();
  }

  private static void narrow(
      List<String> conditions,
      Map<String, Object> parameters,
      String condition,
      @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      String name = condition.replaceFirst(".*:(\\w+).*", "$1");
      parameters.put(name, value);
    }
  }

  private static String containing(String text) {
    String literal =
        text.toLowerCase(Locale.ROOT).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return "%" + literal + "%";
  }

  private void write(RegisteredCentre registered, CentreEntity row) {
    Centre centre = registered.centre();
    row.version = registered.version();
    row.finessJuridique = centre.finessJuridique().value();
    row.siret = centre.siret() == null ? null : centre.siret().value();
    row.name = centre.name();
    row.managerKind = centre.managerKind();
    row.managerName = centre.managerName();
    row.communeCode = centre.location().commune().value();
    row.communeName = centre.location().communeName();
    row.departement = centre.location().departement();
    row.region = centre.location().region();
    row.address = centre.address();
    row.director = centre.director();
    row.medecinChef = centre.medecinChef();
    row.phone = centre.phone();
    row.specialties.clear();
    row.specialties.addAll(centre.specialties());
    row.rooms = json(centre.rooms());
    row.dentalChairs = centre.dentalChairs();
    row.imaging = centre.imaging();
    row.laboratory = centre.laboratory();
    row.dentalCare = centre.dentalCare();
    row.priorityUrbanZone = centre.priorityUrbanZone();
    row.openedOn = centre.openedOn();
    row.closedOn = centre.closedOn();
    row.changedAt = registered.changedAt();
  }

  private RegisteredCentre centre(CentreEntity row) {
    Centre centre =
        new Centre(
            new Finess(row.finess),
            new Finess(row.finessJuridique),
            row.siret == null ? null : new Siret(row.siret),
            row.name,
            row.managerKind,
            row.managerName,
            new Location(
                new CommuneCode(row.communeCode), row.communeName, row.departement, row.region),
            row.address,
            row.director,
            row.medecinChef,
            row.phone,
            row.specialties,
            rooms(row.rooms),
            row.dentalChairs,
            row.imaging,
            row.laboratory,
            row.dentalCare,
            row.priorityUrbanZone,
            row.openedOn,
            row.closedOn);
    return new RegisteredCentre(centre, row.version, row.registeredAt, row.changedAt);
  }

  private String json(Map<String, Long> rooms) {
    try {
      return json.writeValueAsString(rooms);
    } catch (JsonProcessingException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private Map<String, Long> rooms(String text) {
    try {
      return json.readValue(text, ROOMS);
    } catch (JsonProcessingException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
