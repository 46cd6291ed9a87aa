package fr.cadran.paymentcheck;

import fr.cadran.contracts.payment.persistence.JsonPaymentPack;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Computes the payments of the given packs again, with the engine of the platform and nothing else:
 * no database, no network, no service. Exit code 0 when every pack holds, 1 when one does not, 2
 * when there is nothing to check or a file cannot be read.
 */
public final class RecomputePayment {
  private static final int HOLDS = 0;
  private static final int DOES_NOT_HOLD = 1;
  private static final int NOT_CHECKED = 2;

  private RecomputePayment() {}

  /** Runs the command. */
  public static void main(String[] files) {
    System.exit(check(files, System.out, System.err));
  }

  static int check(String[] files, PrintStream out, PrintStream err) {
    if (files.length == 0) {
      err.println("usage: recompute-payment PACK.json [PACK.json ...]");
      err.println("       GET /v1/payments/{id}/pack gives the pack of a payment.");
      return NOT_CHECKED;
    }
    int worst = HOLDS;
    for (String file : files) {
      int found = check(file, out, err);
      worst = Math.max(worst, found);
    }
    return worst;
  }

  private static int check(String file, PrintStream out, PrintStream err) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(Path.of(file));
    } catch (IOException | InvalidPathException unreadable) {
      err.println(file + ": cannot be read");
      return NOT_CHECKED;
    }
    JsonPaymentPack.Verdict verdict = JsonPaymentPack.recompute(bytes);
    if (verdict.accepted()) {
      out.println(file + ": holds. " + verdict.finding());
      return HOLDS;
    }
    err.println(file + ": REFUSED. " + verdict.finding());
    return DOES_NOT_HOLD;
  }
}
