package fr.cadran.centres.coordination.application;

import fr.cadran.centres.coordination.domain.Membership;
import fr.cadran.centres.coordination.domain.VoletOption;
import fr.cadran.kit.type.Finess;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: memberships of the option, of a centre that the caller has made sure is within reach. */
public interface Memberships {
  /** One of a centre, empty when there is none. */
  Optional<Membership> find(Finess centre, UUID id);

  /** Whether a reference has a membership of the volet that has not ended. */
  boolean holds(Finess centre, VoletOption volet, String reference);

  /**
   * Those of a centre, the oldest first; at most {@code most} after {@code after}.
   *
   * @param batch of which they are, null for all
   */
  List<Membership> list(Finess centre, @Nullable UUID batch, @Nullable UUID after, int most);

  /** Those of a centre that are in no batch and hold on a day. */
  List<Membership> unsent(Finess centre, VoletOption volet, LocalDate day);

  /** Adds one. */
  void add(Membership membership);

  /** Replaces one. */
  void replace(Membership membership);
}
