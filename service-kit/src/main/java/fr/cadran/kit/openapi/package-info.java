/** What every API description has in common, added once. */
@NullMarked
package fr.cadran.kit.openapi;

import org.jspecify.annotations.NullMarked;
