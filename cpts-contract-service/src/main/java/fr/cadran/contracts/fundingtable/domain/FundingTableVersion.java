package fr.cadran.contracts.fundingtable.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a funding table, draft or published.
 *
 * @param code of the table, for example {@code ACI-2019}
 * @param version from 1
 * @param state whether it may still change
 * @param revision counts the changes of the draft from 1
 * @param content what it holds
 * @param changedAt when it last changed
 * @param publishedAt when it was frozen, null for a draft
 */
public record FundingTableVersion(
    String code,
    int version,
    TableState state,
    long revision,
    TableContent content,
    Instant changedAt,
    @Nullable Instant publishedAt) {

  /** A new draft. */
  public static FundingTableVersion draft(
      String code, int version, TableContent content, Instant now) {
    return new FundingTableVersion(code, version, TableState.DRAFT, 1, content, now, null);
  }

  public boolean isPublished() {
    return state == TableState.PUBLISHED;
  }

  /**
   * The draft with another content.
   *
   * @throws PublishedIsFrozenException when it is published
   */
  public FundingTableVersion rewrite(TableContent written, Instant now) {
    requireDraft();
    return new FundingTableVersion(
        code, version, TableState.DRAFT, revision + 1, written, now, null);
  }

  /**
   * The draft, frozen. {@link PublicationRules} have been asked before.
   *
   * @throws PublishedIsFrozenException when it is published already
   */
  public FundingTableVersion publish(Instant now) {
    requireDraft();
    return new FundingTableVersion(
        code, version, TableState.PUBLISHED, revision + 1, content, now, now);
  }

  private void requireDraft() {
    if (isPublished()) {
      throw new PublishedIsFrozenException();
    }
  }
}
