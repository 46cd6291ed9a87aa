package fr.cadran.contracts.cpts.persistence;

import java.io.Serializable;
import java.util.UUID;

/** Key of what is numbered within a CPTS. */
record CptsPartKey(UUID cpts, int number) implements Serializable {}
