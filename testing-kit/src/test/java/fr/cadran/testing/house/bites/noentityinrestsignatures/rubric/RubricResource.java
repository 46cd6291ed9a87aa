package fr.cadran.testing.house.bites.noentityinrestsignatures.rubric;

import fr.cadran.kit.access.RequiresScope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

@Path("/rubrics")
class RubricResource {
  @GET
  @RequiresScope("rubrics:read")
  List<RubricResponse> all() {
    return List.of();
  }
}
