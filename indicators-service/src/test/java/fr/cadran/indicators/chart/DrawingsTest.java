package fr.cadran.indicators.chart;

import static org.assertj.core.api.Assertions.assertThat;

import fr.cadran.kit.type.Quarter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DrawingsTest {
  private static final String FOOT =
      "Source : Cadran, recueil trimestriel du centre, jusqu'au 30/09/2013";

  private static TimeSeriesDrawing series(String... values) {
    List<TimeSeriesDrawing.Point> points = new ArrayList<>();
    Quarter quarter = Quarter.parse("2011-Q4");
    for (String value : values) {
      points.add(
          new TimeSeriesDrawing.Point(quarter, value == null ? null : new BigDecimal(value)));
      quarter = quarter.next();
    }
    return new TimeSeriesDrawing(
        "Taux de non-venue – centre 930012345",
        "Taux de non-venue",
        "",
        true,
        points,
        new BigDecimal("0.1"),
        FOOT);
  }

  private static DistributionDrawing distribution(
      DistributionDrawing.Spread spread, BigDecimal own) {
    return new DistributionDrawing(
        "Taux de non-venue – T3 2013",
        "12 centres, gestionnaire MUNICIPAL, région 11",
        "",
        true,
        spread,
        "Répartition non publiée : moins de 5 centres, ici ou dans ce qui s'en déduirait",
        own,
        "Centre 930012345",
        new BigDecimal("0.1"),
        FOOT);
  }

  private static DistributionDrawing.Spread spread() {
    return new DistributionDrawing.Spread(
        new BigDecimal("0.083"), new BigDecimal("0.118"), new BigDecimal("0.182"));
  }

  private static MatrixDrawing matrix() {
    List<String> names =
        List.of(
            "Non-venue",
            "Codage",
            "Occupation",
            "Imagerie",
            "Dentaire",
            "Impayés",
            "Prélèvements",
            "Coordination",
            "Achats");
    MatrixDrawing.State[] states = MatrixDrawing.State.values();
    return new MatrixDrawing(
        "ARS IdF 2013 – leviers au T2 2014",
        names.stream()
            .map(name ->
                new MatrixDrawing.Column(
                    name, "92,9\u202F%", "100\u202F%", "43\u202F%", List.of(true, true, false)))
            .toList(),
        IntStream.rangeClosed(1, 28)
            .mapToObj(row ->
                new MatrixDrawing.Row(
                    "Centre n° " + row,
                    IntStream.range(0, 9)
                        .mapToObj(column -> states[(row * 7 + column * 3) % 4])
                        .toList()))
            .toList(),
        FOOT);
  }

  private static BufferedImage pixels(Drawing drawing) throws IOException {
    byte[] png = ImageFormat.PNG.draw(drawing);
    // To be looked at by whoever changes a drawing.
    Path looked = Path.of("target", "charts");
    Files.createDirectories(looked);
    String name = drawing.getClass().getSimpleName() + "-" + Math.abs(drawing.hashCode() % 10_000);
    Files.write(looked.resolve(name + ".png"), png);
    Files.write(looked.resolve(name + ".svg"), ImageFormat.SVG.draw(drawing));
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static int count(BufferedImage image, int rgb, int fromX, int toX) {
    int wide = toX - fromX;
    int[] pixels = image.getRGB(fromX, 0, wide, image.getHeight(), null, 0, wide);
    return Math.toIntExact(IntStream.of(pixels).filter(pixel -> (pixel & 0xFFFFFF) == rgb).count());
  }

  @Test
  void a_series_shows_its_line_and_its_target() throws IOException {
    BufferedImage image =
        pixels(series("0.21", "0.19", "0.188", "0.17", "0.149", "0.16", "0.12", "0.104"));
    assertThat(image.getWidth()).isEqualTo(2 * Page.WIDTH);
    assertThat(count(image, Page.BLUE.getRGB() & 0xFFFFFF, 0, image.getWidth())).isGreaterThan(500);
    assertThat(count(image, Page.ORANGE.getRGB() & 0xFFFFFF, 0, image.getWidth()))
        .isGreaterThan(500);
  }

  @Test
  void a_quarter_without_a_value_is_a_gap() throws IOException {
    int blue = Page.BLUE.getRGB() & 0xFFFFFF;
    BufferedImage whole = pixels(series("0.2", "0.2", "0.2", "0.2", "0.2"));
    BufferedImage holed = pixels(series("0.2", "0.2", null, "0.2", "0.2"));
    // The middle of the plot, where the third quarter of five stands; without its legend.
    int from = whole.getWidth() / 2 - 20;
    assertThat(count(whole, blue, from, from + 100)).isPositive();
    int centre = columnOfMiddleQuarter(whole, blue);
    assertThat(count(holed, blue, centre - 10, centre + 10)).isZero();
  }

  /** Where the marker of the middle quarter is: half way between the first and the last marker. */
  private static int columnOfMiddleQuarter(BufferedImage image, int blue) {
    int[] columns =
        IntStream.range(0, image.getWidth())
            .filter(x -> {
              for (int y = 100; y < image.getHeight() * 3 / 4; y++) {
                if ((image.getRGB(x, y) & 0xFFFFFF) == blue) {
                  return true;
                }
              }
              return false;
            })
            .toArray();
    return (columns[0] + columns[columns.length - 1]) / 2;
  }

  @Test
  void a_series_without_any_value_says_so() throws IOException {
    assertThat(pixels(series(null, null)).getHeight()).isPositive();
  }

  @Test
  void a_suppressed_distribution_shows_no_box() throws IOException {
    int pale = Page.PALE_BLUE.getRGB() & 0xFFFFFF;
    int green = Page.GREEN.getRGB() & 0xFFFFFF;
    BufferedImage shown = pixels(distribution(spread(), new BigDecimal("0.149")));
    BufferedImage withheld = pixels(distribution(null, new BigDecimal("0.149")));
    assertThat(count(shown, pale, 0, shown.getWidth())).isGreaterThan(5_000);
    assertThat(count(shown, green, 0, shown.getWidth())).isGreaterThan(100);
    assertThat(count(withheld, pale, 0, withheld.getWidth())).isZero();
    assertThat(count(withheld, green, 0, withheld.getWidth())).isGreaterThan(100);
    assertThat(pixels(distribution(null, null)).getHeight()).isPositive();
  }

  @Test
  void a_matrix_shows_every_state() throws IOException {
    BufferedImage image = pixels(matrix());
    for (int colour : new int[] {0xF3F4F6, 0xDBEAFE, 0x60A5FA, 0x15803D}) {
      assertThat(count(image, colour, 0, image.getWidth())).isGreaterThan(1_000);
    }
    assertThat(pixels(new MatrixDrawing("Vide", List.of(), List.of(), FOOT)).getHeight())
        .isPositive();
  }

  @Test
  void equal_drawings_give_equal_bytes() {
    for (ImageFormat format : ImageFormat.values()) {
      assertThat(format.draw(matrix())).isEqualTo(format.draw(matrix()));
      assertThat(format.draw(series("0.2", null, "0.1")))
          .isEqualTo(format.draw(series("0.2", null, "0.1")));
      assertThat(format.draw(distribution(spread(), null)))
          .isNotEqualTo(format.draw(distribution(spread(), BigDecimal.ZERO)));
    }
  }

  @Test
  void svg_has_a_title_for_those_who_cannot_see_it() {
    String svg =
        new String(ImageFormat.SVG.draw(distribution(spread(), null)), StandardCharsets.UTF_8);
    assertThat(svg).contains("<title>Taux de non-venue – T3 2013</title>").contains("<svg");
  }

  @Test
  void figures_quarters_and_days_are_french() {
    assertThat(FrenchText.figure(new BigDecimal("0.14894"), true, "")).isEqualTo("14,9\u202F%");
    assertThat(FrenchText.figure(new BigDecimal("12345.678"), false, "€/h"))
        .isEqualTo("12\u202F345,68\u202F€/h");
    assertThat(FrenchText.figure(new BigDecimal("-0.05"), true, "")).isEqualTo("−5\u202F%");
    assertThat(FrenchText.quarter(Quarter.parse("2013-Q3"))).isEqualTo("T3 2013");
    assertThat(FrenchText.day(Quarter.parse("2013-Q3").lastDay())).isEqualTo("30/09/2013");
    assertThat(Collections.max(Arrays.asList(12, Page.SMALL.getSize()))).isEqualTo(12);
  }
}
