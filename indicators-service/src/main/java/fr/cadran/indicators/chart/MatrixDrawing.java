package fr.cadran.indicators.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;

/**
 * Centres by leviers, under anonymous numbers.
 *
 * @param title what is shown
 * @param columns the leviers
 * @param rows the centres
 * @param foot source and date
 */
public record MatrixDrawing(String title, List<Column> columns, List<Row> rows, String foot)
    implements Drawing {
  private static final int HEAD = 96;
  private static final int NAMES = 110;
  private static final int ROW = 22;
  private static final int SUMS = 3;
  private static final int LEGEND = 44;

  /** What a cell shows, by a letter as well as by a colour. */
  public enum State {
    NEITHER("", "ni validé ni activé", 0xF3F4F6, 0x6B7280),
    VALIDATED("V", "validé", 0xDBEAFE, 0x1E3A8A),
    ACTIVATED("A", "activé", 0x60A5FA, 0x0B1F4D),
    POSITIVE("+", "activé, résultat positif", 0x15803D, 0xFFFFFF);

    private final String sign;
    private final String words;
    private final int fill;
    private final int ink;

    State(String sign, String words, int fill, int ink) {
      this.sign = sign;
      this.words = words;
      this.fill = fill;
      this.ink = ink;
    }
  }

  /**
   * A levier.
   *
   * @param name short
   * @param validated share in words, like the others
   * @param flagged which of the three shares are above the mark
   */
  public record Column(
      String name, String validated, String activated, String positive, List<Boolean> flagged) {
    /** Copies the flags. */
    public Column {
      flagged = List.copyOf(flagged);
    }
  }

  /** A centre with one state for each column. */
  public record Row(String name, List<State> states) {
    /** Copies the states. */
    public Row {
      states = List.copyOf(states);
    }
  }

  /** Copies the lists. */
  public MatrixDrawing {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  @Override
  public int width() {
    return Math.max(Page.WIDTH, Page.MARGIN * 2 + NAMES + columns.size() * 94);
  }

  @Override
  public int height() {
    return HEAD + (rows.size() + SUMS) * ROW + 12 + LEGEND + Page.FOOT;
  }

  @Override
  public void paint(Graphics2D page) {
    Page.title(page, title);
    Page.foot(page, height(), foot);
    int wide = columns.isEmpty() ? 0 : (width() - Page.MARGIN * 2 - NAMES) / columns.size();
    page.setFont(Page.SMALL);
    for (int column = 0; column < columns.size(); column++) {
      page.setColor(Page.INK);
      Page.centred(page, columns.get(column).name(), left(column, wide) + wide / 2, HEAD - 10);
    }
    for (int row = 0; row < rows.size(); row++) {
      row(page, rows.get(row), HEAD + row * ROW, wide);
    }
    sums(page, HEAD + rows.size() * ROW + 12, wide);
    legend(page, HEAD + (rows.size() + SUMS) * ROW + 12);
  }

  private static int left(int column, int wide) {
    return Page.MARGIN + NAMES + column * wide;
  }

  private static void row(Graphics2D page, Row row, int top, int wide) {
    page.setFont(Page.SMALL);
    page.setColor(Page.INK);
    page.drawString(row.name(), Page.MARGIN, top + 15);
    for (int column = 0; column < row.states().size(); column++) {
      cell(page, row.states().get(column), left(column, wide), top, wide);
    }
  }

  private static void cell(Graphics2D page, State state, int left, int top, int wide) {
    page.setColor(new Color(state.fill));
    page.fillRect(left + 1, top + 1, wide - 2, ROW - 2);
    page.setColor(new Color(state.ink));
    page.setFont(Page.BOLD);
    Page.centred(page, state.sign, left + wide / 2, top + 16);
  }

  private void sums(Graphics2D page, int top, int wide) {
    page.setColor(Page.LINE);
    page.setStroke(new BasicStroke(1));
    page.drawLine(Page.MARGIN, top - 5, left(columns.size(), wide), top - 5);
    List<String> names = List.of("Validés", "Activés", "Positifs");
    for (int sum = 0; sum < SUMS; sum++) {
      page.setFont(Page.SMALL);
      page.setColor(Page.INK);
      page.drawString(names.get(sum), Page.MARGIN, top + sum * ROW + 15);
      for (int column = 0; column < columns.size(); column++) {
        Column one = columns.get(column);
        String share = List.of(one.validated(), one.activated(), one.positive()).get(sum);
        boolean flag = one.flagged().get(sum);
        page.setFont(flag ? Page.BOLD : Page.TEXT);
        page.setColor(flag ? Page.GREEN : Page.INK);
        Page.centred(
            page, flag ? "▲ " + share : share, left(column, wide) + wide / 2, top + sum * ROW + 16);
      }
    }
  }

  private static void legend(Graphics2D page, int top) {
    int x = Page.MARGIN;
    for (State state : State.values()) {
      cell(page, state, x, top + 14, 30);
      page.setFont(Page.SMALL);
      page.setColor(Page.INK);
      page.drawString(state.words, x + 36, top + 29);
      x += 36 + Page.width(page, state.words) + 24;
    }
    page.setFont(Page.SMALL);
    page.setColor(Page.GREEN);
    page.drawString("▲ plus de 60 %", x, top + 29);
  }
}
