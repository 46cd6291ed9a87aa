package fr.cadran.centres.programme.persistence;

import java.io.Serializable;
import java.util.UUID;

/** What names a participation. */
record ParticipationKey(UUID programme, int anonymousNumber) implements Serializable {}
