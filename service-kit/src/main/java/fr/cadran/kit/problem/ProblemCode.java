package fr.cadran.kit.problem;

/**
 * One entry of an error catalogue. Implemented by one enum per family; a code once published keeps
 * its name, its status and its meaning.
 *
 * <p>Its texts stand in the bundle {@code problems/<family>} under {@code CODE.title} and {@code
 * CODE.detail}, French by default and English beside it.
 */
public interface ProblemCode {
  /** Stable name in capitals, for example {@code STALE_ETAG}. */
  String name();

  /** The catalogue that the code belongs to: {@code common} or the name of a service. */
  String family();

  /** HTTP status of the answer, 400 to 599. */
  int status();
}
