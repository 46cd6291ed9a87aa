package fr.cadran.indicators.quarterlydata.application;

import fr.cadran.events.centres.QuarterlyContent;
import fr.cadran.kit.type.Finess;
import fr.cadran.kit.type.Quarter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads what a centre reported of its practitioners in a year. */
@ApplicationScoped
public class ReadPractitionerActivity {
  private final QuarterlyRecords records;

  ReadPractitionerActivity(QuarterlyRecords records) {
    this.records = records;
  }

  /**
   * A quarter of a centre.
   *
   * @param quarter which
   * @param version of the quarterly data
   * @param practitioners as reported, empty when nothing was
   */
  public record ReportedQuarter(
      Quarter quarter, int version, List<QuarterlyContent.PractitionerActivity> practitioners) {}

  /** The quarters of a year of which data arrived, in order. */
  public List<ReportedQuarter> read(Finess centre, int year) {
    return records.latest(centre).stream()
        .filter(data -> data.quarter().year() == year)
        .map(data -> new ReportedQuarter(data.quarter(), data.version(), reported(data.content())))
        .toList();
  }

  private static List<QuarterlyContent.PractitionerActivity> reported(QuarterlyContent content) {
    QuarterlyContent.ServiceData serviceData = content.serviceData();
    List<QuarterlyContent.PractitionerActivity> practitioners =
        serviceData == null ? null : serviceData.practitioners();
    return practitioners == null ? List.of() : practitioners;
  }
}
