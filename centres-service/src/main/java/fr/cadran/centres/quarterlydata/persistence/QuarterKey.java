package fr.cadran.centres.quarterlydata.persistence;

import java.io.Serializable;

/** Key of a record: one per centre and quarter. */
record QuarterKey(String centre, String quarter) implements Serializable {}
