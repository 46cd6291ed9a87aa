package fr.cadran.contracts.payment.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.payment.application.ExplanationDocument;
import fr.cadran.contracts.payment.application.PackSignature;
import fr.cadran.contracts.payment.application.PaymentPacks;
import fr.cadran.contracts.payment.application.PostedLine;
import fr.cadran.contracts.payment.domain.ContractFacts;
import fr.cadran.contracts.payment.domain.EnvelopeKey;
import fr.cadran.contracts.payment.domain.Explanation;
import fr.cadran.contracts.payment.domain.LedgerLine;
import fr.cadran.contracts.payment.domain.PaymentCalculator;
import fr.cadran.contracts.payment.domain.PaymentRule;
import fr.cadran.kit.type.Euros;
import fr.cadran.kit.type.Rational;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The pack of a payment as one JSON file: {@code {"content":{…},"sha256":"…"}} and a line feed, the
 * content in the one form that {@link ExactJson} gives it, the hash over the bytes of the content.
 */
@ApplicationScoped
public class JsonPaymentPack implements PaymentPacks {
  private record Sealed(PackDocument content, String sha256) {}

  @Override
  public byte[] write(
      PostedLine payment,
      ContractFacts facts,
      List<LedgerLine> before,
      List<PackSignature> signatures) {
    PackDocument content =
        new PackDocument(
            PackDocument.FORMAT,
            new PackDocument.LinePart(
                payment.id(),
                payment.contract(),
                payment.envelope().contractYear(),
                payment.envelope().line(),
                payment.envelope().volet(),
                payment.kind(),
                payment.milestone(),
                payment.dueOn(),
                payment.amount().amount(),
                payment.explanation()),
            payment.upTo(),
            FactsDocument.of(facts),
            payment.factsVersion(),
            facts.terms().stream()
                .map(ContractFacts.Terms::table)
                .distinct()
                .map(PackDocument.TablePart::of)
                .toList(),
            before.stream().map(PackDocument.LinePart::standing).toList(),
            signatures);
    return bytes(new Sealed(content, hash(content)));
  }

  /**
   * What became of a pack that was computed again.
   *
   * @param accepted whether file, hash, amount and explanation all agree
   * @param finding what was found, in English, for whoever runs the check
   */
  public record Verdict(boolean accepted, String finding) {}

  /** Computes a pack again, and compares it with what it says. */
  public static Verdict recompute(byte[] file) {
    Sealed sealed;
    try {
      sealed = ExactJson.MAPPER.readValue(new String(file, StandardCharsets.UTF_8), Sealed.class);
    } catch (JsonProcessingException | IllegalArgumentException unreadable) {
      return new Verdict(false, "the file is no payment pack");
    }
    if (sealed == null || sealed.content() == null || sealed.sha256() == null) {
      return new Verdict(false, "the file is no payment pack");
    }
    try {
      return recompute(file, sealed);
    } catch (RuntimeException inconsistent) {
      return new Verdict(false, "the content of the pack is inconsistent");
    }
  }

  private static Verdict recompute(byte[] file, Sealed sealed) {
    PackDocument content = sealed.content();
    if (!PackDocument.FORMAT.equals(content.format())) {
      return new Verdict(false, "the pack has a format that this command does not know");
    }
    if (!hash(content).equals(sealed.sha256()) || !Arrays.equals(bytes(sealed), file)) {
      return new Verdict(false, "the file is not as it was written: its hash does not hold");
    }
    List<FundingTable> tables =
        content.fundingTables().stream().map(PackDocument.TablePart::toDomain).toList();
    ContractFacts facts =
        content
            .facts()
            .toDomain((code, version) ->
                tables.stream()
                    .filter(one -> one.code().equals(code) && one.version() == version)
                    .findFirst()
                    .orElseThrow());
    PackDocument.LinePart payment = content.payment();
    Optional<LedgerLine> again =
        new PaymentCalculator(facts)
                .due(
                    content.before().stream().map(JsonPaymentPack::standing).toList(),
                    content.upTo())
                .stream()
                .filter(line ->
                    line.envelope()
                            .equals(
                                new EnvelopeKey(
                                    payment.contractYear(), payment.line(), payment.volet()))
                        && line.milestone() == payment.milestone())
                .findFirst();
    if (again.isEmpty()) {
      return new Verdict(false, "computed again, this payment is not due");
    }
    LedgerLine line = again.get();
    if (!line.amount().equals(new Euros(payment.amount()))) {
      return new Verdict(
          false, "computed again, the amount is " + line.amount() + ", not " + payment.amount());
    }
    if (line.kind() != payment.kind()
        || !line.dueOn().equals(payment.dueOn())
        || !ExplanationDocument.of(line.explanation()).equals(payment.explanation())) {
      return new Verdict(false, "computed again, the amount holds but not its explanation");
    }
    return new Verdict(
        true,
        "%s %s %s year %d, due on %s: %s computed again to the cent; %d signatures; sha256 %s"
            .formatted(
                payment.kind(),
                payment.line(),
                payment.volet(),
                payment.contractYear(),
                payment.dueOn(),
                payment.amount(),
                content.signatures().size(),
                sealed.sha256()));
  }

  private static LedgerLine standing(PackDocument.LinePart part) {
    Euros amount = new Euros(part.amount());
    return new LedgerLine(
        new EnvelopeKey(part.contractYear(), part.line(), part.volet()),
        part.kind(),
        part.milestone(),
        part.dueOn(),
        amount,
        new Explanation(
            PaymentRule.CORRECTION_ANNEE_CLOSE,
            "",
            "",
            List.of(),
            null,
            List.of(),
            List.of(),
            Rational.ZERO,
            amount));
  }

  private static byte[] bytes(Sealed sealed) {
    return (ExactJson.write(sealed) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(PackDocument content) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(ExactJson.write(content).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
