package fr.cadran.contracts.contract.application;

import fr.cadran.contracts.contract.domain.PlannedMission;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Terms as a party proposes them.
 *
 * @param fundingTable code
 * @param missions in declaration order
 * @param signedOn first day, null for the day of the last signature
 * @param size null for that of the territory
 * @param population null for that of the territory
 */
public record TermsWish(
    String fundingTable,
    List<PlannedMission> missions,
    @Nullable LocalDate signedOn,
    @Nullable Integer size,
    @Nullable Integer population) {}
