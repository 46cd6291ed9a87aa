package fr.cadran.centres.quarterlydata.domain;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.Quarter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class CentreHistoryTest {
  @Property
  void differences_of_cumulative_figures_give_back_the_quarters(
      @ForAll @Size(4) List<@LongRange(min = 0, max = 1_000_000) Long> cents) {
    Map<Quarter, QuarterlyContent> history = new TreeMap<>();
    BigDecimal sum = BigDecimal.ZERO;
    List<BigDecimal> quarters = new ArrayList<>();
    for (int number = 1; number <= 4; number++) {
      BigDecimal ofQuarter = BigDecimal.valueOf(cents.get(number - 1), 2);
      quarters.addFirst(ofQuarter);
      sum = sum.add(ofQuarter);
      history.put(new Quarter(2013, number), Contents.unpaid(sum.toPlainString()));
    }

    assertThat(
            new CentreHistory(history)
                .seriesBefore(new Quarter(2014, 1))
                .get("finance.unpaidOrganisations"))
        .usingElementComparator(BigDecimal::compareTo)
        .isEqualTo(quarters);
  }

  @Property
  void a_quarter_after_a_gap_is_unknown(@ForAll @LongRange(min = 2, max = 4) long missing) {
    Map<Quarter, QuarterlyContent> history = new TreeMap<>();
    for (int number = 1; number <= 4; number++) {
      if (number != missing - 1) {
        history.put(new Quarter(2013, number), Contents.unpaid("100"));
      }
    }

    // Three quarters are there; the one after the gap says nothing of its own.
    assertThat(
            new CentreHistory(history)
                .seriesBefore(new Quarter(2014, 1))
                .get("finance.unpaidOrganisations"))
        .hasSize(2);
  }
}
