package fr.cadran.testing.access;

/** Which resources a role reaches with an operation, as the published page words it. */
public enum Reach {
  TERRITORY("its territory"),
  CAISSE("its caisse"),
  OWN_CENTRE("its centres"),
  OWN_CPTS("its CPTS"),
  MANDAT("by mandat"),
  EVERYTHING("everything"),
  NONE("–");

  private final String words;

  Reach(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
