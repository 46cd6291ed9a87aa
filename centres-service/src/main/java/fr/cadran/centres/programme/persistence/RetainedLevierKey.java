package fr.cadran.centres.programme.persistence;

import java.io.Serializable;
import java.util.UUID;

/** What names a levier that a centre retained. */
record RetainedLevierKey(UUID programme, int anonymousNumber, String levier)
    implements Serializable {}
