package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.access.application.AccessPolicy;
import fr.cadran.contracts.cpts.domain.Partner;
import fr.cadran.contracts.cpts.domain.PartnerRole;
import fr.cadran.kit.access.Caller;
import fr.cadran.kit.problem.Precondition;
import fr.cadran.kit.problem.ProblemException;
import fr.cadran.kit.problem.Refusals;
import fr.cadran.kit.type.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says who stands beside a CPTS: the ARS of the seat, or the coordinator. */
@ApplicationScoped
public class NamePartners {
  public static final String REQUIRED = "REQUIRED";
  public static final String TOO_LONG = "TOO_LONG";
  public static final String TOO_MANY_ROWS = "TOO_MANY_ROWS";

  private static final Logger LOG = Logger.getLogger(NamePartners.class);
  private static final int LONGEST_TEXT = 250;
  private static final int MOST_PARTNERS = 200;

  private final CptsRegister register;
  private final Partners partners;

  NamePartners(CptsRegister register, Partners partners) {
    this.register = register;
    this.partners = partners;
  }

  /** A partner as it is named. */
  public record Named(@Nullable PartnerRole role, @Nullable String name) {}

  /**
   * The new list.
   *
   * @throws ProblemException {@code NOT_FOUND} (404), {@code INVALID} (422), or what the
   *     precondition refuses with
   */
  @Transactional
  public PartnerList name(
      Caller caller,
      UUID cpts,
      @Nullable List<@Nullable Named> named,
      Precondition<PartnerList> precondition) {
    if (register.lock(cpts, AccessPolicy.BUILD_UP_CPTS.of(caller)).isEmpty()) {
      throw ProblemException.notFound();
    }
    PartnerList current = partners.of(cpts);
    precondition.check(current.revision() == 0 ? null : current);
    PartnerList list = new PartnerList(current.revision() + 1, check(named));
    partners.replace(cpts, list);
    LOG.infof("partners named cpts=%s revision=%d", cpts, list.revision());
    return list;
  }

  private static List<Partner> check(@Nullable List<@Nullable Named> named) {
    if (named == null) {
      throw ProblemException.invalid("/partners", REQUIRED);
    }
    if (named.size() > MOST_PARTNERS) {
      throw ProblemException.invalid("/partners", TOO_MANY_ROWS);
    }
    List<FieldError> errors = new ArrayList<>();
    List<Partner> partners = new ArrayList<>();
    for (int i = 0; i < named.size(); i++) {
      String at = "/partners/" + i;
      Named one = named.get(i);
      PartnerRole role = one == null ? null : one.role();
      String name = one == null ? null : one.name();
      if (role == null) {
        errors.add(new FieldError(at + "/role", REQUIRED));
      }
      if (name == null || name.isBlank()) {
        errors.add(new FieldError(at + "/name", REQUIRED));
      } else if (name.length() > LONGEST_TEXT) {
        errors.add(new FieldError(at + "/name", TOO_LONG));
      } else if (role != null) {
        partners.add(new Partner(role, name.strip()));
      }
    }
    Refusals.refuse(errors);
    return partners;
  }
}
