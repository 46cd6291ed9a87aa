package fr.cadran.contracts.payment.application;

import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Makes the pack of a payment. */
@ApplicationScoped
public class MakePaymentPack {
  private final ReadPayment readPayment;
  private final Ledgers ledgers;
  private final PaymentPacks packs;
  private final Instance<SignatureRecords> signatures;

  MakePaymentPack(
      ReadPayment readPayment,
      Ledgers ledgers,
      PaymentPacks packs,
      @Any Instance<SignatureRecords> signatures) {
    this.readPayment = readPayment;
    this.ledgers = ledgers;
    this.packs = packs;
    this.signatures = signatures;
  }

  /**
   * The bytes of the pack.
   *
   * @throws ProblemException {@code NOT_FOUND} (404)
   */
  @Transactional
  public byte[] make(Caller caller, UUID payment) {
    PostedLine line = readPayment.read(caller, payment);
    List<PackSignature> signed =
        signatures.stream()
            .flatMap(records -> records.until(line.contract(), line.postedAt()).stream())
            .sorted(
                Comparator.comparing(PackSignature::signedAt)
                    .thenComparing(PackSignature::document)
                    .thenComparing(PackSignature::party))
            .toList();
    return packs.write(
        line,
        ledgers.facts(line.contract(), line.factsVersion()),
        // Lines of one run are computed from what stood before the run.
        ledgers.standing(line.contract()).subList(0, firstOfRun(line) - 1),
        signed);
  }

  private int firstOfRun(PostedLine line) {
    return ledgers.lines(line.contract(), null).stream()
        .filter(one ->
            one.factsVersion() == line.factsVersion() && one.postedAt().equals(line.postedAt()))
        .mapToInt(PostedLine::position)
        .min()
        .orElseThrow();
  }
}
