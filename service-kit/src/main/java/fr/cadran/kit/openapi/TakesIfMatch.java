package fr.cadran.kit.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The operation checks {@code If-Match}: described as a header, with the refusals it brings. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TakesIfMatch {
  /** Whether a change of what exists is refused without the header (428). */
  boolean missingIsRefused() default false;
}
