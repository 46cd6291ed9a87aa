package fr.cadran.indicators.gain.domain;

import fr.cadran.indicators.catalogue.domain.Levier;
import fr.cadran.kit.type.Euros;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The potential gain over the leviers, each by its default method, with what is in it and what is
 * not: methods of one levier are alternatives and never add up.
 *
 * @param counted the gains that are summed, in the order of the leviers
 * @param leftOut the leviers that are not in the sum
 */
public record TotalGain(List<PotentialGain> counted, List<LeftOut> leftOut) {
  /** Copies the lists. */
  public TotalGain {
    counted = List.copyOf(counted);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A levier that is not in the sum.
   *
   * @param levier which
   * @param reason why there is no gain
   * @param rows the rows without gain, empty when nothing was computed
   */
  public record LeftOut(Levier levier, String reason, List<RowGain> rows) {
    /** Copies the list. */
    public LeftOut {
      rows = List.copyOf(rows);
    }
  }

  /** The total of the gains of one quarter of a centre. */
  public static TotalGain of(Collection<PotentialGain> gains) {
    List<PotentialGain> counted = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Levier levier : Levier.values()) {
      List<GainMethod> methods = GainMethod.of(levier);
      if (methods.isEmpty()) {
        leftOut.add(new LeftOut(levier, "NO_CALCULATOR", List.of()));
        continue;
      }
      PotentialGain gain =
          gains.stream().filter(one -> one.method() == methods.getFirst()).findFirst().orElse(null);
      String reason = gain == null ? "NOT_COMPUTED" : gain.missingReason();
      if (gain != null && reason == null) {
        counted.add(gain);
      } else if (reason != null) {
        leftOut.add(new LeftOut(levier, reason, gain == null ? List.of() : gain.leftOut()));
      }
    }
    return new TotalGain(counted, leftOut);
  }

  /** The sum; null when no levier has a gain, because an unknown total is not zero. */
  public @Nullable Euros total() {
    Euros total = null;
    for (PotentialGain gain : counted) {
      Euros one = gain.total();
      if (one != null) {
        total = total == null ? one : total.plus(one);
      }
    }
    return total;
  }
}
