package fr.cadran.indicators.chart;

import java.awt.Graphics2D;

/** Something that can be drawn on paper or pixels; equal ones give equal bytes. */
public interface Drawing {
  /** In pixels. */
  int width();

  /** In pixels. */
  int height();

  /** What it shows, for those who cannot see it. */
  String title();

  /** Draws it on a white page of its size. */
  void paint(Graphics2D page);
}
