package fr.cadran.kit.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The OAuth scope that a call needs. Checked before the body is read; also written into the API
 * description. Which rows the caller may see is decided further in.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresScope {
  /** A scope {@code resource:action}, for example {@code centres:write}. */
  String value();
}
