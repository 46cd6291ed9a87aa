package fr.cadran.events.cpts;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A CPTS passed from one stage of its lifecycle to the next.
 *
 * @param cpts identifier of the CPTS; also the key of the message
 * @param from stage before, null for the first
 * @param to stage after, e.g. {@code ACI_SIGNE}
 * @param event name of the transition
 * @param on from which day
 * @param version of the CPTS after the change, strictly growing
 */
public record CptsStageChanged(
    UUID cpts, @Nullable String from, String to, String event, LocalDate on, long version) {}
