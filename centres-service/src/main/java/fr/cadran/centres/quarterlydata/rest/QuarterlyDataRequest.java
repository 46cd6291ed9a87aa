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
        """
        Grille de recueil d'un trimestre. Un champ absent est inconnu, jamais zéro. Montants en euros, deux \
        décimales au plus, jamais arrondis. `openingHours` : semaine type, `HH:mm`, fermé = `00:00`–`00:00`. \
        `patients` : taux de décroché entre 0 et 1, ou appels reçus et décrochés. `activity` : une ligne par \
        spécialité ; `practitioner` est un identifiant opaque, jamais un nom. Masses salariales et impayés \
        cumulés depuis le 1er janvier ; achats selon `basis` ; le reste est du trimestre. `serviceData` : données \
        facultatives des services et des praticiens. — Grid of a quarter. \
        A missing field is unknown, never zero. Amounts in euros, at most two decimals, never rounded. \
        `openingHours`: usual week, `HH:mm`, closed = `00:00`–`00:00`. `patients`: answer rate from 0 to 1, or \
        calls received and answered. `activity`: one row per specialty; `practitioner` is an opaque id, never a \
        name. Payroll and unpaid sums since 1 January; purchases on their `basis`; the rest of the quarter. \
        `serviceData`: optional data of services and practitioners.\
        """)
record QuarterlyDataRequest(
    @Schema(
            minimum = "0",
            maximum = "9999",
            description = "Cabinets partagés par plusieurs spécialités. — Shared rooms.")
        @Nullable Long multiDisciplineRooms,
    QuarterlyContent.@Nullable OpeningHours openingHours,
    QuarterlyContent.@Nullable Patients patients,
    @Schema(maxItems = 200, description = "Une ligne par spécialité. — One row per specialty.")
        @Nullable List<QuarterlyContent.ActivityRow> activity,
    QuarterlyContent.@Nullable HumanResources humanResources,
    QuarterlyContent.@Nullable Finance finance,
    QuarterlyContent.@Nullable ServiceData serviceData) {

  QuarterlyContent toContent() {
    return new QuarterlyContent(
        multiDisciplineRooms,
        openingHours,
        patients,
        activity,
        humanResources,
        finance,
        serviceData);
  }
}
