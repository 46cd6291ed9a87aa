/** Tokens that hold only with the TLS certificate they were given to (RFC 8705). */
@NullMarked
package fr.cadran.gateway.certificate;

import org.jspecify.annotations.NullMarked;
