package fr.cadran.centres.quarterlydata.persistence;

import java.io.Serializable;

/** Key of a submitted version. */
record VersionKey(String centre, String quarter, int version) implements Serializable {}
