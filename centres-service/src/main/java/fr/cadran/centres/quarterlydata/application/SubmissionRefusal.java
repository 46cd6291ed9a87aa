package fr.cadran.centres.quarterlydata.application;

import fr.cadran.centres.quarterlydata.domain.Finding;
import fr.cadran.centres.quarterlydata.domain.SubmissionVerdict;
import fr.cadran.kit.problem.Fault;
import java.util.ArrayList;
import java.util.List;

/** What refuses a submission, as faults of the draft and of the acknowledgements. */
public final class SubmissionRefusal {
  /** An acknowledgement names a warning that the checks did not give. */
  private static final String UNKNOWN_ACKNOWLEDGEMENT = "UNKNOWN_ACKNOWLEDGEMENT";

  private SubmissionRefusal() {}

  /**
   * The faults of a verdict, none when it accepts: blocking checks, then warnings to acknowledge,
   * then acknowledgements of nothing. Pointers lead into the draft, save those of the
   * acknowledgements.
   */
  public static List<Fault> faults(SubmissionVerdict verdict, List<String> acknowledgements) {
    List<Fault> faults = new ArrayList<>();
    for (Finding finding : verdict.blocking()) {
      faults.add(Fault.at(finding.pointer(), finding.check().name(), finding.dates().toArray()));
    }
    for (Finding finding : verdict.unacknowledged()) {
      faults.add(warning(finding));
    }
    for (int i = 0; i < acknowledgements.size(); i++) {
      if (verdict.unknownAcknowledgements().contains(acknowledgements.get(i))) {
        faults.add(Fault.at("/acknowledgedWarnings/" + i, UNKNOWN_ACKNOWLEDGEMENT));
      }
    }
    return faults;
  }

  /** A warning with what acknowledges it. */
  public static Fault warning(Finding finding) {
    return Fault.warning(finding.pointer(), finding.check().name(), finding.acknowledgement());
  }
}
