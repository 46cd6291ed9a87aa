package fr.cadran.testing.house.bites.onlyjbosslogging.visit.rest;

import java.util.logging.Logger;

final class VisitLog {
  private final Logger log;

  VisitLog(Logger log) {
    this.log = log;
  }

  void planned() {
    log.info("visit planned");
  }
}
