package fr.cadran.testing.glossary;

/**
 * A row of {@code docs/glossary-exceptions.csv}: one name in one file may stand although the
 * glossary speaks against it.
 */
record Permit(String identifier, String path, String reason) {

  private static final int COLUMNS = 3;

  static Permit parse(String line) {
    String[] cells = line.split(",", COLUMNS);
    if (cells.length != COLUMNS || cells[2].isBlank()) {
      throw new IllegalArgumentException(
          "docs/glossary-exceptions.csv: identifier,path,reason, none empty: " + line);
    }
    return new Permit(cells[0], cells[1], cells[2]);
  }

  boolean covers(Name name) {
    return identifier.equals(name.text()) && path.equals(name.path());
  }
}
