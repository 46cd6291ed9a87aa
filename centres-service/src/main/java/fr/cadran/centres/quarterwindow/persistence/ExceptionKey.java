package fr.cadran.centres.quarterwindow.persistence;

import java.io.Serializable;

/** Key of the other dates of a centre. */
record ExceptionKey(String quarter, String centre) implements Serializable {}
