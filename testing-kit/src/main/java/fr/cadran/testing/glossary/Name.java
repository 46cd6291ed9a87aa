package fr.cadran.testing.glossary;

/**
 * A name somebody chose, and where.
 *
 * @param kind what it names
 * @param text the name as written
 * @param packageName the Java package, empty outside Java
 * @param path the file, relative to the root of the checkout, with forward slashes
 */
record Name(Kind kind, String text, String packageName, String path) {

  enum Kind {
    TYPE,
    MEMBER,
    PATH_SEGMENT,
    JSON_PROPERTY,
    SQL_NAME
  }
}
