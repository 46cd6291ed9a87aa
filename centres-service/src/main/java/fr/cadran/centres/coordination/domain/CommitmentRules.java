package fr.cadran.centres.coordination.domain;

import fr.cadran.kit.type.FieldError;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What makes a checklist acceptable; every error is told at once, no value ever. */
public final class CommitmentRules {
  public static final String COMMITMENT_TWICE = "COMMITMENT_TWICE";
  public static final String EVIDENCE_REQUIRED = "EVIDENCE_REQUIRED";
  public static final String EVIDENCE_NAMES_A_PERSON = "EVIDENCE_NAMES_A_PERSON";
  public static final String LINK_INVALID = "LINK_INVALID";
  public static final String DAY_OF_DONE_ONLY = "DAY_OF_DONE_ONLY";

  private static final int LONGEST_REFERENCE = 250;
  private static final int LONGEST_LINK = 500;

  /** What only a person has: an address of mail, a NIR, a telephone, a birth, a form of address. */
  private static final Pattern PERSON =
      Pattern.compile(
          "(?iu).*(@"
              + "|(?<![0-9])[1-478]([ .-]?[0-9]){4}[ .-]?[0-9][ .-]?[0-9ab]([ .-]?[0-9]){6}"
              + "|(?<![0-9])0[1-9]([ .-]?[0-9]{2}){4}(?![0-9])"
              + "|\\bn[ée]e? le\\b"
              + "|\\b(mme|mlle|madame|monsieur)\\b"
              + "|(?-i:\\bM\\. ?\\p{Lu})).*");

  private CommitmentRules() {}

  /** A commitment as it is told; see {@link FollowedCommitment}. */
  public record Told(
      @Nullable Commitment commitment,
      FollowedCommitment.@Nullable State state,
      @Nullable String reference,
      @Nullable String link,
      @Nullable LocalDate doneOn) {}

  /** What forbids a checklist. */
  public static List<FieldError> errorsOf(List<Told> items, LocalDate today) {
    List<FieldError> errors = new ArrayList<>();
    Set<Commitment> seen = EnumSet.noneOf(Commitment.class);
    for (int i = 0; i < items.size(); i++) {
      Told item = items.get(i);
      String pointer = "/items/" + i;
      if (item.commitment == null) {
        errors.add(new FieldError(pointer + "/commitment", MembershipRules.REQUIRED));
      } else if (!seen.add(item.commitment)) {
        errors.add(new FieldError(pointer + "/commitment", COMMITMENT_TWICE));
      }
      if (item.state == null) {
        errors.add(new FieldError(pointer + "/state", MembershipRules.REQUIRED));
      }
      checkEvidence(item, pointer, errors);
      checkDay(item, pointer, today, errors);
    }
    return errors;
  }

  private static void checkEvidence(Told item, String pointer, List<FieldError> errors) {
    boolean none = isBlank(item.reference) && isBlank(item.link);
    if (none && item.state == FollowedCommitment.State.DONE) {
      errors.add(new FieldError(pointer + "/reference", EVIDENCE_REQUIRED));
    }
    if (item.reference != null && item.reference.length() > LONGEST_REFERENCE) {
      errors.add(new FieldError(pointer + "/reference", MembershipRules.TOO_LONG));
    } else if (item.reference != null && namesAPerson(item.reference)) {
      errors.add(new FieldError(pointer + "/reference", EVIDENCE_NAMES_A_PERSON));
    }
    if (item.link != null && item.link.length() > LONGEST_LINK) {
      errors.add(new FieldError(pointer + "/link", MembershipRules.TOO_LONG));
    } else if (item.link != null && !isBlank(item.link) && !isAddress(item.link)) {
      errors.add(new FieldError(pointer + "/link", LINK_INVALID));
    }
  }

  private static void checkDay(
      Told item, String pointer, LocalDate today, List<FieldError> errors) {
    boolean done = item.state == FollowedCommitment.State.DONE;
    if (done && item.doneOn == null) {
      errors.add(new FieldError(pointer + "/doneOn", MembershipRules.REQUIRED));
    } else if (!done && item.doneOn != null) {
      errors.add(new FieldError(pointer + "/doneOn", DAY_OF_DONE_ONLY));
    } else if (item.doneOn != null && item.doneOn.isAfter(today)) {
      errors.add(new FieldError(pointer + "/doneOn", MembershipRules.DAY_IN_FUTURE));
    }
  }

  static boolean namesAPerson(String text) {
    return PERSON.matcher(text.replaceAll("\\R", " ")).matches();
  }

  /** An address of the web without a name or a password in it. */
  static boolean isAddress(String text) {
    try {
      URI link = new URI(text);
      return "https".equals(link.getScheme()) && link.getHost() != null && !namesAPerson(text);
    } catch (URISyntaxException none) {
      return false;
    }
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
