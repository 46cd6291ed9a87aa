package fr.cadran.gateway.quota;

import java.util.List;

/** Who holds which part of which quota, for all gateways together. */
interface QuotaLedger {
  /**
   * The wish for a part of a quota.
   *
   * @param caller whose quota it is: a client and the id of an account
   * @param group the group of routes
   * @param window begin of the period, seconds since 1970
   * @param calls how many calls are wished for
   * @param limit the whole quota
   */
  record Wish(String caller, String group, long window, long calls, long limit) {}

  /**
   * The part that was leased.
   *
   * @param calls how many calls, down to none
   * @param left how many calls nobody holds yet
   */
  record Lease(long calls, long left) {}

  /**
   * Leases, each wish for itself, in the order of the wishes.
   *
   * @throws LedgerAwayException when nothing can be leased now
   */
  List<Lease> lease(List<Wish> wishes) throws LedgerAwayException;

  /** The ledger does not answer. */
  final class LedgerAwayException extends Exception {
    private static final long serialVersionUID = 1L;

    LedgerAwayException(Throwable cause) {
      super(cause.getClass().getSimpleName(), cause, false, false);
    }
  }
}
