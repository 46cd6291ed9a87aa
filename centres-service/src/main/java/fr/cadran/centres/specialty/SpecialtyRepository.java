package fr.cadran.centres.specialty;

import fr.cadran.centres.rule.domain.KnownSpecialties;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The list of specialties, in the order of the grid. */
@ApplicationScoped
class SpecialtyRepository
    implements KnownSpecialties, PanacheRepositoryBase<SpecialtyEntity, String> {

  List<SpecialtyEntity> inOrder() {
    return listAll(Sort.by("position"));
  }

  @Override
  public Set<String> codes() {
    return inOrder().stream().map(row -> row.code).collect(Collectors.toUnmodifiableSet());
  }
}
