/**
 * Annotations of the same name as those of the service kit, which this module may not depend on.
 */
@NullMarked
package fr.cadran.kit.access;

import org.jspecify.annotations.NullMarked;
