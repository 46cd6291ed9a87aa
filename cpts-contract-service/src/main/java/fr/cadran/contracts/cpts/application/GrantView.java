package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.cpts.domain.GrantState;
import fr.cadran.contracts.cpts.domain.StageChange;
import fr.cadran.contracts.cpts.domain.StageEvent;
import fr.cadran.contracts.cpts.domain.StartUpGrant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grant as it stands today.
 *
 * @param grant the grant
 * @param state where it stands
 */
public record GrantView(StartUpGrant grant, GrantState state) {

  static GrantView of(StartUpGrant grant, List<StageChange> moves, LocalDate today) {
    return new GrantView(grant, grant.stateOn(today, signedOn(moves)));
  }

  private static @Nullable LocalDate signedOn(List<StageChange> moves) {
    return moves.stream()
        .filter(move -> move.event() == StageEvent.CONTRACT_SIGNED)
        .map(StageChange::on)
        .findFirst()
        .orElse(null);
  }
}
