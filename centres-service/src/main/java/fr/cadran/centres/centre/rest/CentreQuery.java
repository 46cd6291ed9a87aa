package fr.cadran.centres.centre.rest;

import fr.cadran.centres.centre.application.ListCentres;
import fr.cadran.centres.centre.domain.ManagerKind;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What lists of centres can be narrowed by. */
public class CentreQuery extends MomentQuery {
  @Parameter(description = "Code INSEE. — INSEE code.", example = "93")
  @QueryParam("departement")
  @Nullable String departement;

  @Parameter(description = "Code INSEE. — INSEE code.", example = "11")
  @QueryParam("region")
  @Nullable String region;

  @Parameter(description = "Type de gestionnaire. — Kind of manager.")
  @QueryParam("managerKind")
  @Nullable ManagerKind managerKind;

  @Parameter(
      description = "Code de `/v1/specialties`. — Code of `/v1/specialties`.",
      example = "DENTAIRE")
  @QueryParam("specialty")
  @Nullable String specialty;

  @Parameter(
      description =
          "Débuts de mots du nom, de la commune, du gestionnaire ou du numéro, tous présents ;"
              + " casse, accents et pluriels ne comptent pas : « hopital » trouve « Hôpital ». —"
              + " Beginnings of words of the name, the commune, the manager or the number, all of"
              + " them; case, accents and plurals do not count.",
      example = "hopital den")
  @QueryParam("q")
  @Nullable String text;

  @Parameter(
      description =
          "Ouverts, ou fermés, ce jour (`on`, aujourd'hui par défaut). — Open, or closed, on the"
              + " day (`on`, today by default).")
  @QueryParam("open")
  @Nullable Boolean open;

  @Parameter(
      description =
          "Participants de ce programme ce jour-là, pour qui peut le lire. — Participants of this"
              + " programme on the day, for those who may read it.",
      example = "019a8f3e-5b7c-7d2a-9c41-3f6e2b8d1a90")
  @QueryParam("programme")
  @Nullable UUID programme;

  ListCentres.Wish toWish() {
    return new ListCentres.Wish(
        departement, region, managerKind, specialty, text, open, programme, wish());
  }
}
