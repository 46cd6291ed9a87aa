package fr.cadran.events.cpts;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An ACI contract passed from one state to another.
 *
 * @param contract identifier of the contract
 * @param cpts identifier of the CPTS; also the key of the message
 * @param from state before, null for the first
 * @param to state after, e.g. {@code ACTIVE}
 * @param event name of the transition
 * @param on from which day
 * @param version of the contract after the change, strictly growing
 */
public record ContractStateChanged(
    UUID contract,
    UUID cpts,
    @Nullable String from,
    String to,
    String event,
    LocalDate on,
    long version) {}
