/** Where identifiers come from, so that tests can decide them. */
@NullMarked
package fr.cadran.kit.id;

import org.jspecify.annotations.NullMarked;
