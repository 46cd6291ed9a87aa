/** Opaque cursors and bounded lists. */
@NullMarked
package fr.cadran.kit.paging;

import org.jspecify.annotations.NullMarked;
