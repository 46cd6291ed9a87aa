package fr.cadran.indicators.synthesis.domain;

import fr.cadran.kit.type.Rational;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How many centres are how far.
 *
 * @param retainable centres that could have retained it, over all leviers that are counted
 * @param validated centres that have it in their plan, activated ones included
 * @param activated centres in which actions started
 * @param positive activated ones with a positive result
 * @param overruled activated ones whose result the agency decided
 * @param undecidable activated ones whose result nothing decides
 * @param undecidableReasons why, with how many each
 */
public record LevierCount(
    int retainable,
    int validated,
    int activated,
    int positive,
    int overruled,
    int undecidable,
    Map<String, Integer> undecidableReasons) {

  /** Copies the reasons, in their order. */
  public LevierCount {
    undecidableReasons = java.util.Collections.unmodifiableMap(new TreeMap<>(undecidableReasons));
  }

  /** Counts what came of one levier, or of several together. */
  public static LevierCount of(Collection<Judgement> judgements) {
    return new LevierCount(
        judgements.size(),
        count(judgements, one -> one.outcome().isValidated()),
        count(judgements, one -> one.outcome().isActivated()),
        count(judgements, one -> one.outcome() == Outcome.POSITIVE),
        count(judgements, one -> one.overruled() != null),
        count(judgements, one -> one.outcome() == Outcome.UNDECIDABLE),
        judgements.stream()
            .filter(one -> one.outcome() == Outcome.UNDECIDABLE)
            .flatMap(one -> Optional.ofNullable(one.reason()).stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt(any -> 1))));
  }

  private static int count(Collection<Judgement> judgements, Predicate<Judgement> which) {
    return Math.toIntExact(judgements.stream().filter(which).count());
  }

  /** Validated among those that could retain it; empty without any. */
  public Optional<Rational> validationRate() {
    return rate(validated, retainable);
  }

  /** Activated among the validated (figure 5 of §2.1); empty when none is validated. */
  public Optional<Rational> activationRate() {
    return rate(activated, validated);
  }

  /** Positive among the activated (figure 6 of §2.1); empty when none is activated. */
  public Optional<Rational> positiveRate() {
    return rate(positive, activated);
  }

  private static Optional<Rational> rate(int part, int whole) {
    return whole == 0 ? Optional.empty() : Optional.of(Rational.of(part, whole));
  }
}
