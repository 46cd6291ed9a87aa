package fr.cadran.local.launch;

import java.io.PrintStream;
import java.util.Locale;

/** Progress for people, one line per event, with the seconds since the command began. */
public final class Progress {
  private final PrintStream out;
  private final long begin = System.nanoTime();

  public Progress(PrintStream out) {
    this.out = out;
  }

  /** Says what happens to whom. */
  public synchronized void say(String who, String what) {
    out.printf(Locale.ROOT, "%6.1f s  %-11s %s%n", seconds(), who, what);
    out.flush();
  }

  /** Seconds since the command began. */
  public double seconds() {
    return (System.nanoTime() - begin) / 1e9;
  }
}
