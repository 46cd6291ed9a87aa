package fr.cadran.indicators.edge;

/** Sends the states of programmes that centres-service sends. */
final class ProgrammeMessages {
  static final String TOPIC = "cadran.centres.programmes.v1";

  private ProgrammeMessages() {}

  /** The whole state; the participations as JSON objects. */
  static void programme(String id, long version, String leviers, String... participations) {
    CentreMessages.send(
        TOPIC,
        "fr.cadran.centres.programme-state.v1",
        id,
        id,
        version,
        """
        {"id": "%s", "version": %d, "name": "Programme d'essai", "region": "11",
         "leviers": [%s], "baselineQuarter": "2012-Q4", "startsOn": "2013-01-01",
         "endsOn": null, "fictional": true, "participations": [%s]}
        """
            .formatted(id, version, leviers, String.join(",", participations)));
  }

  /** A centre that takes part; its leviers as JSON objects. */
  static String participation(String finess, int number, String... leviers) {
    return """
    {"finess": "%s", "anonymousNumber": %d, "joinedOn": "2013-01-01", "leftOn": null,
     "leviers": [%s]}
    """
        .formatted(finess, number, String.join(",", leviers));
  }

  static String activated(String levier) {
    return activated(levier, "null");
  }

  static String activated(String levier, String overrule) {
    return """
    {"levier": "%s", "status": "ACTIVATED", "validatedOn": "2013-01-15",
     "activatedOn": "2013-03-01", "overrule": %s}
    """
        .formatted(levier, overrule);
  }

  static String validated(String levier) {
    return """
    {"levier": "%s", "status": "VALIDATED", "validatedOn": "2013-01-15", "activatedOn": null,
     "overrule": null}
    """
        .formatted(levier);
  }
}
