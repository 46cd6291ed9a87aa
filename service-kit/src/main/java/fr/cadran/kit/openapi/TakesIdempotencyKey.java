package fr.cadran.kit.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation is done once per {@code Idempotency-Key}: described as a header, with the refusals
 * it brings.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TakesIdempotencyKey {
  /** Whether nothing is done without a key (400). */
  boolean required() default false;
}
