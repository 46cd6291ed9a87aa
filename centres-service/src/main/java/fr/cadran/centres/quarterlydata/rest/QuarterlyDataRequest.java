package fr.cadran.centres.quarterlydata.rest;

import fr.cadran.centres.quarterlydata.domain.QuarterlyContent;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The grid of a quarter as it is declared. The sections are those of the domain, whose names the
 * grid of the source fixes; every field may be missing.
 */
@Schema(
    name = "QuarterlyData",
    description =
        "Grille de recueil d'un trimestre. Un champ absent est inconnu, jamais zéro. Montants en"
            + " euros, deux décimales au plus, jamais arrondis. — Grid of a quarter. A missing"
            + " field is unknown, never zero. Amounts in euros, at most two decimals, never"
            + " rounded.")
record QuarterlyDataRequest(
    @Schema(
            minimum = "0",
            maximum = "9999",
            description = "Cabinets partagés par plusieurs spécialités. — Shared rooms.")
        @Nullable Long multiDisciplineRooms,
    @Schema(
            description =
                "Semaine type, `HH:mm` ; `00:00`–`00:00` : fermé. — Usual week, `HH:mm`;"
                    + " `00:00`–`00:00`: closed.")
        QuarterlyContent.@Nullable OpeningHours openingHours,
    @Schema(
            description =
                "Patientèle du trimestre ; taux de décroché entre 0 et 1, ou appels reçus et"
                    + " décrochés. — Patients of the quarter; answer rate from 0 to 1, or calls"
                    + " received and answered.")
        QuarterlyContent.@Nullable Patients patients,
    @Schema(
            maxItems = 200,
            description =
                "Une ligne par spécialité de `/v1/specialties` ; `practitioner` est un identifiant"
                    + " opaque, jamais un nom. — One row per specialty; `practitioner` is an opaque"
                    + " id, never a name.")
        @Nullable List<QuarterlyContent.ActivityRow> activity,
    @Schema(
            description =
                "Masses salariales cumulées depuis le 1er janvier, ETP. — Payroll since 1 January,"
                    + " full-time equivalents.")
        QuarterlyContent.@Nullable HumanResources humanResources,
    @Schema(
            description =
                "Impayés cumulés depuis le 1er janvier ; achats selon `basis` ; le reste est du"
                    + " trimestre. — Unpaid sums since 1 January; purchases on their `basis`; the"
                    + " rest of the quarter.")
        QuarterlyContent.@Nullable Finance finance) {

  QuarterlyContent toContent() {
    return new QuarterlyContent(
        multiDisciplineRooms, openingHours, patients, activity, humanResources, finance);
  }
}
