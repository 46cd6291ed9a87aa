package fr.cadran.centres.coordination.persistence;

import java.io.Serializable;

/** What names a version of a checklist. */
record VersionOfChecklistKey(String centre, int year, long version) implements Serializable {}
