package fr.cadran.indicators.chart;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;

/** What the drawings have in common: fonts of a legible size, colours, title and foot. */
final class Page {
  static final int WIDTH = 960;
  static final int MARGIN = 24;
  static final int FOOT = 30;
  static final Color INK = new Color(0x1F, 0x29, 0x37);
  static final Color FAINT = new Color(0x6B, 0x72, 0x80);
  static final Color LINE = new Color(0xD1, 0xD5, 0xDB);
  static final Color BLUE = new Color(0x1D, 0x4E, 0xD8);
  static final Color PALE_BLUE = new Color(0xBF, 0xDB, 0xFE);
  static final Color ORANGE = new Color(0xC2, 0x41, 0x0C);
  static final Color GREEN = new Color(0x15, 0x80, 0x3D);
  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 18);
  static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 14);
  static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 14);
  static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  private Page() {}

  static void title(Graphics2D page, String title) {
    page.setFont(TITLE);
    page.setColor(INK);
    page.drawString(title, MARGIN, MARGIN + 16);
  }

  /** Where the figures come from and of when they are. */
  static void foot(Graphics2D page, int height, String text) {
    page.setFont(SMALL);
    page.setColor(FAINT);
    page.drawString(text, MARGIN, height - 12);
  }

  static void centred(Graphics2D page, String text, int x, int y) {
    page.drawString(text, x - width(page, text) / 2, y);
  }

  static int width(Graphics2D page, String text) {
    FontMetrics metrics = page.getFontMetrics();
    return metrics.stringWidth(text);
  }
}
