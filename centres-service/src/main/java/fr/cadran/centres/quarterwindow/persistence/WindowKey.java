package fr.cadran.centres.quarterwindow.persistence;

import java.io.Serializable;

/** Key of the dates that were set: one per quarter and territory. */
record WindowKey(String quarter, String territory, String territoryCode) implements Serializable {}
