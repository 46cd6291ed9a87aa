package fr.cadran.centres.coordination.persistence;

import fr.cadran.centres.coordination.domain.VoletOption;
import java.io.Serializable;

/** What names a version of an application. */
record VersionOfApplicationKey(String centre, VoletOption volet, long version)
    implements Serializable {}
