package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.ContractEvent;
import fr.cadran.contracts.contract.domain.ContractState;
import fr.cadran.contracts.contract.domain.Party;
import fr.cadran.contracts.cpts.domain.DoneBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change in the life of a contract.
 *
 * @param contract whose
 * @param version that it gave to the contract
 * @param event what happened, null for the creation
 * @param from state before, null for the creation
 * @param to state after
 * @param on from which day
 * @param party that made it, null for the calendar
 * @param by account that made it
 * @param note what was decided besides, for example the body and the opinion; null for nothing
 * @param at when the platform learnt it
 */
public record ContractChange(
    UUID contract,
    long version,
    @Nullable ContractEvent event,
    @Nullable ContractState from,
    ContractState to,
    LocalDate on,
    @Nullable Party party,
    DoneBy by,
    @Nullable String note,
    Instant at) {}
