package fr.cadran.centres.centre.persistence;

import java.io.Serializable;

/** What names a version of a centre. */
record VersionOfCentreKey(String finess, long version) implements Serializable {}
