package fr.cadran.indicators.value.application;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.indicators.cptsvalue.application.CptsValueFilter;
import fr.cadran.indicators.value.domain.ValuePeriod;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which values are asked for; null leaves a side open.
 *
 * @param centre of one centre
 * @param cpts of one CPTS
 * @param quarter of one quarter
 * @param from not before this quarter
 * @param to not after this quarter
 * @param contractYear of one contract year of a CPTS
 * @param indicator of one indicator, by code
 * @param levier of the indicators of one levier
 * @param specialty of one specialty; without it both those of specialties and those of the centre
 * @param departement of the centres, and of the CPTS with their seat, of one département
 * @param updatedSince computed at or after this instant
 * @param asOf as the platform knew them at this instant; null: now
 * @param period of values over this period, which only centres have; null: of single quarters
 */
public record ValueFilter(
    @Nullable Finess centre,
    @Nullable UUID cpts,
    @Nullable Quarter quarter,
    @Nullable Quarter from,
    @Nullable Quarter to,
    @Nullable Integer contractYear,
    @Nullable String indicator,
    @Nullable Levier levier,
    @Nullable String specialty,
    @Nullable String departement,
    @Nullable Instant updatedSince,
    @Nullable Instant asOf,
    @Nullable ValuePeriod period) {

  /** A filter of values of single quarters. */
  public ValueFilter(
      @Nullable Finess centre,
      @Nullable UUID cpts,
      @Nullable Quarter quarter,
      @Nullable Quarter from,
      @Nullable Quarter to,
      @Nullable Integer contractYear,
      @Nullable String indicator,
      @Nullable Levier levier,
      @Nullable String specialty,
      @Nullable String departement,
      @Nullable Instant updatedSince,
      @Nullable Instant asOf) {
    this(
        centre,
        cpts,
        quarter,
        from,
        to,
        contractYear,
        indicator,
        levier,
        specialty,
        departement,
        updatedSince,
        asOf,
        null);
  }

  /** The period of the values of centres. */
  public ValuePeriod periodOfCentres() {
    return period == null ? ValuePeriod.QUARTER : period;
  }

  /** Whether values of centres can be meant: only a CPTS has a contract year. */
  public boolean allowsCentres() {
    return cpts == null && contractYear == null;
  }

  /** Whether values of CPTS can be meant: only a centre has quarters, leviers and specialties. */
  public boolean allowsCpts() {
    return centre == null
        && quarter == null
        && from == null
        && to == null
        && levier == null
        && specialty == null
        && period == null;
  }

  /** What of it concerns CPTS. */
  CptsValueFilter ofCpts() {
    return new CptsValueFilter(cpts, contractYear, indicator, departement, updatedSince, asOf);
  }
}
