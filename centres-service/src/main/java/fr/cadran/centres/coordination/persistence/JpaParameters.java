package fr.cadran.centres.coordination.persistence;

import fr.cadran.centres.coordination.application.Parameters;
import fr.cadran.centres.coordination.domain.OptionParameter;
import fr.cadran.centres.coordination.domain.OptionParameters;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** Parameters by Hibernate. */
@ApplicationScoped
class JpaParameters implements Parameters, PanacheRepositoryBase<ParameterEntity, UUID> {
  @Override
  public OptionParameters all() {
    return new OptionParameters(
        listAll(Sort.by("recordedAt").and("id")).stream()
            .map(row -> new OptionParameter(row.code, row.validFrom, row.value, row.source))
            .toList());
  }

  @Override
  public void add(UUID id, OptionParameter parameter, Instant recordedAt, String recordedBy) {
    ParameterEntity row = new ParameterEntity();
    row.id = id;
    row.code = parameter.code();
    row.validFrom = parameter.validFrom();
    row.value = parameter.value();
    row.source = parameter.source();
    row.recordedAt = recordedAt;
    row.recordedBy = recordedBy;
    persistAndFlush(row);
  }
}
