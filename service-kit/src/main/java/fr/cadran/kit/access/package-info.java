/** Who calls: the caller read from the token, scopes, territories. */
@NullMarked
package fr.cadran.kit.access;

import org.jspecify.annotations.NullMarked;
