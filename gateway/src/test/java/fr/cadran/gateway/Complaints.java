package fr.cadran.gateway;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;

/** What is logged as a warning or worse while it is open. */
public final class Complaints extends Handler {
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  public Complaints() {
    LogManager.getLogManager().getLogger("").addHandler(this);
  }

  public List<String> lines() {
    return records.stream().map(LogRecord::getMessage).toList();
  }

  /** Whether somebody logged a stack trace. */
  public boolean hasTraces() {
    return records.stream().anyMatch(one -> one.getThrown() != null);
  }

  @Override
  public void publish(LogRecord logged) {
    if (logged.getLevel().intValue() >= Level.WARNING.intValue()) {
      records.add(logged);
    }
  }

  @Override
  public void flush() {
    // Nothing is kept back.
  }

  @Override
  public void close() {
    LogManager.getLogManager().getLogger("").removeHandler(this);
  }
}
