/** Idempotency-Key: a repeated POST is answered, not redone. */
@NullMarked
package fr.cadran.kit.idempotency;

import org.jspecify.annotations.NullMarked;
