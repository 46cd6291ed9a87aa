package fr.cadran.testing.house.bites.domainhasnosetters.visit.domain;

final class Visit {
  private String report = "";

  String report() {
    return report;
  }

  void setReport(String report) {
    this.report = report;
  }
}
