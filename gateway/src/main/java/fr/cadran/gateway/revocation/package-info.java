/** Uploads that are cut when the mandat under which they run ends. */
@NullMarked
package fr.cadran.gateway.revocation;

import org.jspecify.annotations.NullMarked;
