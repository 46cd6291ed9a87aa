package fr.cadran.indicators.chart;

import fr.cadran.kit.type.Quarter;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * An indicator of a centre over quarters, with its target. A quarter without a value is a gap.
 *
 * @param title what is shown
 * @param series name of the line
 * @param unit of the values, empty for ratios
 * @param ratio whether the values are ratios, shown in per cent
 * @param points one for each quarter in order, null without a value
 * @param target null without one
 * @param foot source and date
 */
public record TimeSeriesDrawing(
    String title,
    String series,
    String unit,
    boolean ratio,
    List<Point> points,
    @Nullable BigDecimal target,
    String foot)
    implements Drawing {
  private static final int HEIGHT = 480;
  private static final int MOST_LABELS = 12;
  private static final float[] DASHES = {8, 6};

  /** A quarter. */
  public record Point(Quarter quarter, @Nullable BigDecimal value) {}

  /** Copies the points. */
  public TimeSeriesDrawing {
    points = List.copyOf(points);
  }

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
    boolean empty = points.stream().allMatch(point -> point.value() == null);
    if (empty) {
      Page.title(page, title);
      page.setFont(Page.TEXT);
      Page.centred(page, "Aucune valeur sur ces trimestres", Page.WIDTH / 2, HEIGHT / 2);
    } else {
      chart().paint(page, Page.WIDTH, HEIGHT - Page.FOOT);
    }
    Page.foot(page, HEIGHT, foot);
  }

  private CategoryChart chart() {
    CategoryChart chart = new CategoryChart(Page.WIDTH, HEIGHT - Page.FOOT);
    chart.setTitle(title);
    chart.setXAxisTitle("Trimestre");
    chart.setYAxisTitle(ratio ? "En %" : unit.isEmpty() ? "Nombre" : "En " + unit);
    style(chart.getStyler());
    List<String> quarters =
        points.stream().map(point -> FrenchText.quarter(point.quarter())).toList();
    List<@Nullable BigDecimal> values = new ArrayList<>();
    points.forEach(point -> values.add(point.value()));
    CategorySeries line = chart.addSeries(series, quarters, values);
    line.setLineColor(Page.BLUE);
    line.setMarkerColor(Page.BLUE);
    line.setMarker(SeriesMarkers.CIRCLE);
    line.setLineStyle(new BasicStroke(2.5f));
    if (target != null) {
      CategorySeries goal =
          chart.addSeries(
              "Cible : " + FrenchText.figure(target, ratio, unit),
              quarters,
              Collections.nCopies(quarters.size(), target));
      goal.setLineColor(Page.ORANGE);
      goal.setMarker(SeriesMarkers.NONE);
      goal.setLineStyle(
          new BasicStroke(2, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, DASHES, 0));
    }
    return chart;
  }

  private void style(CategoryStyler styler) {
    styler.setDefaultSeriesRenderStyle(CategorySeries.CategorySeriesRenderStyle.Line);
    // Side by side, as bars stand, the points would leave their quarters.
    styler.setOverlapped(true);
    styler.setChartTitleFont(Page.TITLE);
    styler.setChartTitleBoxVisible(false);
    styler.setChartFontColor(Page.INK);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridVerticalLinesVisible(false);
    styler.setPlotGridLinesColor(Page.LINE);
    styler.setLegendPosition(Styler.LegendPosition.OutsideS);
    styler.setLegendLayout(Styler.LegendLayout.Horizontal);
    styler.setLegendBorderColor(Color.WHITE);
    styler.setLegendFont(Page.TEXT);
    styler.setAxisTitleFont(Page.BOLD);
    styler.setAxisTickLabelsFont(Page.TEXT);
    styler.setMarkerSize(9);
    styler.setXAxisMaxLabelCount(MOST_LABELS);
    styler.setYAxisTickLabelsFormattingFunction(
        value -> FrenchText.figure(BigDecimal.valueOf(value), ratio, ""));
    // Zero is the floor of the axis, so that a small change does not look like a large one.
    boolean noneBelow =
        Stream.concat(points.stream().map(Point::value), Stream.of(BigDecimal.ZERO))
            .filter(Objects::nonNull)
            .allMatch(value -> value.signum() >= 0);
    if (noneBelow) {
      styler.setYAxisMin(0.0);
    }
  }
}
