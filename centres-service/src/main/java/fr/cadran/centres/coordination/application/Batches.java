package fr.cadran.centres.coordination.application;

import fr.cadran.centres.coordination.domain.CoordinationBatch;
import fr.cadran.centres.coordination.domain.VoletOption;
import fr.cadran.kit.type.Finess;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: batches of a centre that the caller has made sure is within reach. */
public interface Batches {
  /** How many a centre has sent of a volet. */
  int count(Finess centre, VoletOption volet);

  /** Those of a centre, the oldest first; at most {@code most} after {@code after}. */
  List<CoordinationBatch> list(Finess centre, @Nullable UUID after, int most);

  /** Adds one, with the memberships that are in it. */
  void add(CoordinationBatch batch, List<UUID> memberships, Instant createdAt);
}
