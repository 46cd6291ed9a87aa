package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.cpts.domain.DoneBy;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a contract tells the register about its CPTS.
 *
 * @param contract identifier of the contract
 * @param state where the contract stands now, for example {@code ACTIVE}
 * @param happening what moves the CPTS to another stage, null when only the state has changed
 * @param on day on which it took effect
 * @param by who acted
 */
public record ContractNews(
    UUID contract, String state, @Nullable ContractHappening happening, LocalDate on, DoneBy by) {}
