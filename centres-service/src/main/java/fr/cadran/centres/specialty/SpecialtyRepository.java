package fr.cadran.centres.specialty;

import fr.cadran.centres.rule.domain.KnownSpecialties;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The list of specialties, in the order of the grid. */
@ApplicationScoped
class SpecialtyRepository
    implements KnownSpecialties, PanacheRepositoryBase<SpecialtyEntity, String> {

  List<SpecialtyEntity> inOrder() {
    return listAll(Sort.by("position"));
  }

  @Override
  public Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    inOrder().forEach(row -> labels.put(row.code, row.labelFr));
    return labels;
  }
}
