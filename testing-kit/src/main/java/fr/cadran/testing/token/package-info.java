/**
 * Access tokens for tests: the claims that the Keycloak realm gives, signed by a key of this JVM.
 */
@NullMarked
package fr.cadran.testing.token;

import org.jspecify.annotations.NullMarked;
