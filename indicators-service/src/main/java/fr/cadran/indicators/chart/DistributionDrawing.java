package fr.cadran.indicators.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The middle half of a population as a box with its median, and the place of a centre. What may not
 * be published is not drawn.
 *
 * @param title what is shown
 * @param population who is compared, in words
 * @param unit of the values, empty for ratios
 * @param ratio whether the values are ratios, shown in per cent
 * @param spread null when it is suppressed
 * @param suppressed said in place of a suppressed spread
 * @param own the value of the centre, null without one
 * @param ownLabel what to call it
 * @param target null without one
 * @param foot source and date
 */
public record DistributionDrawing(
    String title,
    String population,
    String unit,
    boolean ratio,
    @Nullable Spread spread,
    String suppressed,
    @Nullable BigDecimal own,
    String ownLabel,
    @Nullable BigDecimal target,
    String foot)
    implements Drawing {
  private static final int HEIGHT = 340;
  private static final int LEFT = 60;
  private static final int RIGHT = Page.WIDTH - 60;
  private static final int BOX_TOP = 150;
  private static final int BOX_BOTTOM = 206;
  private static final int AXIS = 244;
  private static final int MOST_STEPS = 8;
  private static final float[] DASHES = {6, 5};

  /** The quartiles. */
  public record Spread(BigDecimal lower, BigDecimal median, BigDecimal upper) {}

  @Override
  public int width() {
    return Page.WIDTH;
  }

  @Override
  public int height() {
    return HEIGHT;
  }

  @Override
  public void paint(Graphics2D page) {
    Page.title(page, title);
    page.setFont(Page.TEXT);
    page.setColor(Page.FAINT);
    page.drawString(population, Page.MARGIN, 64);
    Page.foot(page, HEIGHT, foot);
    List<BigDecimal> shown =
        Stream.concat(
                spread == null
                    ? Stream.<BigDecimal>empty()
                    : Stream.of(spread.lower(), spread.median(), spread.upper()),
                Stream.of(own, target).filter(Objects::nonNull))
            .toList();
    if (spread == null) {
      page.setFont(Page.BOLD);
      page.setColor(Page.INK);
      page.drawString(suppressed, Page.MARGIN, 88);
    }
    if (shown.isEmpty()) {
      return;
    }
    Scale scale = Scale.of(shown);
    axis(page, scale);
    if (spread != null) {
      box(page, scale, spread);
    }
    if (target != null) {
      page.setColor(Page.ORANGE);
      page.setStroke(
          new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, DASHES, 0));
      page.drawLine(scale.x(target), BOX_TOP - 18, scale.x(target), AXIS);
      label(page, scale.x(target), AXIS + 54, "Cible " + text(target));
    }
    if (own != null) {
      place(page, scale, own);
    }
  }

  private void box(Graphics2D page, Scale scale, Spread quartiles) {
    int from = scale.x(quartiles.lower());
    int to = scale.x(quartiles.upper());
    page.setColor(Page.PALE_BLUE);
    page.fillRect(from, BOX_TOP, Math.max(to - from, 2), BOX_BOTTOM - BOX_TOP);
    page.setColor(Page.BLUE);
    page.setStroke(new BasicStroke(1.5f));
    page.drawRect(from, BOX_TOP, Math.max(to - from, 2), BOX_BOTTOM - BOX_TOP);
    page.setStroke(new BasicStroke(3));
    int middle = scale.x(quartiles.median());
    page.drawLine(middle, BOX_TOP, middle, BOX_BOTTOM);
    page.setFont(Page.TEXT);
    String legend =
        "Un centre sur deux entre "
            + text(quartiles.lower())
            + " et "
            + text(quartiles.upper())
            + " ; médiane "
            + text(quartiles.median());
    page.setColor(Page.INK);
    page.drawString(legend, Page.MARGIN, 88);
  }

  private void place(Graphics2D page, Scale scale, BigDecimal value) {
    int x = scale.x(value);
    int y = (BOX_TOP + BOX_BOTTOM) / 2;
    Path2D diamond = new Path2D.Double();
    diamond.moveTo(x, y - 11);
    diamond.lineTo(x + 9, y);
    diamond.lineTo(x, y + 11);
    diamond.lineTo(x - 9, y);
    diamond.closePath();
    page.setColor(Page.GREEN);
    page.fill(diamond);
    page.setFont(Page.BOLD);
    label(page, x, BOX_TOP - 26, ownLabel + " : " + text(value));
  }

  private void axis(Graphics2D page, Scale scale) {
    page.setStroke(new BasicStroke(1));
    page.setFont(Page.TEXT);
    page.setColor(Page.FAINT);
    page.drawLine(LEFT, AXIS, RIGHT, AXIS);
    for (BigDecimal tick : scale.ticks()) {
      page.drawLine(scale.x(tick), AXIS, scale.x(tick), AXIS + 6);
      Page.centred(page, FrenchText.figure(tick, ratio, ""), scale.x(tick), AXIS + 24);
    }
    String axisUnit = ratio ? "" : unit.isEmpty() ? "nombre" : unit;
    page.drawString(axisUnit, RIGHT - Page.width(page, axisUnit), AXIS + 42);
  }

  /** Centred on a place as far as the page allows. */
  private static void label(Graphics2D page, int x, int y, String text) {
    int half = Page.width(page, text) / 2;
    int bounded =
        Math.clamp(x, Page.MARGIN + half, Math.max(Page.MARGIN + half, Page.WIDTH - 24 - half));
    Page.centred(page, text, bounded, y);
  }

  private String text(BigDecimal value) {
    return FrenchText.figure(value, ratio, unit);
  }

  /** From values to places, with round steps. */
  private record Scale(BigDecimal from, BigDecimal step, int steps) {
    static Scale of(List<BigDecimal> values) {
      BigDecimal least =
          values.stream().reduce(BigDecimal::min).orElse(BigDecimal.ZERO).min(BigDecimal.ZERO);
      BigDecimal most = values.stream().reduce(BigDecimal::max).orElse(BigDecimal.ZERO);
      BigDecimal range = most.subtract(least);
      BigDecimal step = BigDecimal.ONE;
      if (range.signum() > 0) {
        // The least of 1, 2, 5 × 10ⁿ with which the range needs no more steps than fit.
        int exponent = range.precision() - range.scale() - 3;
        step = BigDecimal.ONE.scaleByPowerOfTen(exponent);
        int turn = 0;
        while (range.divide(step, MathContext.DECIMAL64).compareTo(BigDecimal.valueOf(MOST_STEPS))
            > 0) {
          step = step.multiply(turn % 3 == 1 ? new BigDecimal("2.5") : BigDecimal.TWO);
          turn++;
        }
      }
      BigDecimal from = least.divide(step, 0, java.math.RoundingMode.FLOOR).multiply(step);
      int steps =
          most.subtract(from).divide(step, 0, java.math.RoundingMode.CEILING).intValueExact();
      return new Scale(from, step, Math.max(steps, 1));
    }

    int x(BigDecimal value) {
      double share =
          value.subtract(from).doubleValue()
              / step.multiply(BigDecimal.valueOf(steps)).doubleValue();
      return LEFT + (int) Math.round(share * (RIGHT - LEFT));
    }

    List<BigDecimal> ticks() {
      return Stream.iterate(from, tick -> tick.add(step)).limit(steps + 1L).toList();
    }
  }
}
