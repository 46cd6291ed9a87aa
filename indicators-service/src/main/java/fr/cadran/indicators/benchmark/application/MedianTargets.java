package fr.cadran.indicators.benchmark.application;

import fr.cadran.indicators.benchmark.domain.Cell;
import fr.cadran.indicators.benchmark.domain.Member;
import fr.cadran.indicators.benchmark.domain.PeerMedian;
import fr.cadran.indicators.catalogue.domain.IndicatorCatalogue;
import fr.cadran.indicators.catalogue.domain.IndicatorDefinition;
import fr.cadran.indicators.gain.application.ComparedTargets;
import fr.cadran.indicators.gain.domain.GainParameter;
import fr.cadran.indicators.gain.domain.MethodParameter;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Targets that are the median of comparable centres, as far as that median may be published: a gain
 * must not tell what a benchmark withholds (ADR 20).
 */
@ApplicationScoped
public class MedianTargets implements ComparedTargets {
  private final ReadPopulations populations;
  private final MinimumCentres minimums;

  MedianTargets(ReadPopulations populations, MinimumCentres minimums) {
    this.populations = populations;
    this.minimums = minimums;
  }

  @Override
  public Map<Quarter, GainParameter> find(
      MethodParameter parameter, Finess centre, Set<Quarter> quarters, @Nullable Instant asOf) {
    Map<Quarter, GainParameter> targets = new HashMap<>();
    if (parameter != MethodParameter.TARGET_PURCHASES || quarters.isEmpty()) {
      return targets;
    }
    IndicatorDefinition indicator = IndicatorCatalogue.withCode("achats-ca").orElseThrow();
    Map<Quarter, List<Member>> members =
        populations.read(
            indicator.code(), null, Collections.min(quarters), Collections.max(quarters), asOf);
    for (Quarter quarter : quarters) {
      PeerMedian.of(members.getOrDefault(quarter, List.of()), centre, minimums.of(indicator.unit()))
          .ifPresent(median ->
              targets.put(
                  quarter,
                  new GainParameter(
                      parameter, median.median(), source(indicator, quarter, median))));
    }
    return targets;
  }

  private static String source(IndicatorDefinition indicator, Quarter quarter, PeerMedian median) {
    Cell cell = median.cell();
    String conditions =
        Stream.of(
                cell.managerKind(),
                cell.sizeBand(),
                cell.region() == null ? null : "région " + cell.region())
            .filter(condition -> condition != null)
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    return "médiane de %s, %s, %d centres comparables%s"
        .formatted(
            indicator.code(),
            quarter,
            median.count(),
            conditions.isEmpty() ? "" : " (" + conditions + ")");
  }
}
