package fr.cadran.events.centres;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All mandats of one centre, past ones included: each message replaces the one before.
 *
 * @param finess FINESS number of the centre; also the key of the message
 * @param version counts the changes of this list from 1; a lower one than known is out of date
 * @param mandats every mandat that the centre has ever given, in no particular order
 */
public record MandatsState(String finess, long version, List<Mandat> mandats) {

  public MandatsState {
    mandats = List.copyOf(mandats);
  }

  /**
   * The right given to a software editor to act for the centre.
   *
   * @param id identifier of the mandat
   * @param clientId OAuth client of the editor
   * @param scopes what the editor may do, e.g. {@code quarterly-data:write}
   * @param validFrom the mandat holds from this instant on
   * @param validUntil last day on which it holds, the whole day in Europe/Paris; null without end
   * @param revokedAt the centre took it back at this instant; null when it did not
   */
  public record Mandat(
      String id,
      String clientId,
      List<String> scopes,
      Instant validFrom,
      @Nullable LocalDate validUntil,
      @Nullable Instant revokedAt) {

    public Mandat {
      scopes = List.copyOf(scopes);
    }
  }
}
