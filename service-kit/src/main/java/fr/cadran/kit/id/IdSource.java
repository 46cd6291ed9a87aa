package fr.cadran.kit.id;

import java.util.UUID;

/** Gives identifiers. Injected, so that no rule depends on chance and tests can decide. */
@FunctionalInterface
public interface IdSource {
  /** A new identifier; later ones sort after earlier ones (UUID version 7). */
  UUID next();
}
