package fr.cadran.contracts.payment.application;

import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.contracts.payment.domain.LedgerLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: the ledgers. Lines and versions of facts are only ever added. */
public interface Ledgers {
  /** The head of a ledger. */
  Optional<LedgerHead> find(UUID contract);

  /** The head of a ledger, locked until the transaction ends. */
  Optional<LedgerHead> lock(UUID contract);

  /** Opens a ledger with the first version of its facts; there is none yet. */
  void open(UUID contract, UUID cpts, String caisse, ContractFacts facts, Instant now);

  /** Adds a version of the facts to a locked ledger. */
  void revise(UUID contract, int version, ContractFacts facts, Instant now);

  /** A version of the facts. */
  ContractFacts facts(UUID contract, int version);

  /** Every line as the engine reads it, the oldest first; its explanations are left out. */
  List<LedgerLine> standing(UUID contract);

  /** Adds lines to a locked ledger and says when the calendar is next due. */
  void append(UUID contract, List<PostedLine> lines, @Nullable LocalDate nextDueOn);

  /**
   * The lines of a ledger with their explanations, the oldest first.
   *
   * @param asOf only those that stood at this instant, null for all
   */
  List<PostedLine> lines(UUID contract, @Nullable Instant asOf);

  /** One line with its explanation. */
  Optional<PostedLine> line(UUID payment);

  /** Contracts whose calendar makes a line due by a day, the most overdue first. */
  List<UUID> due(LocalDate day, int most);
}
