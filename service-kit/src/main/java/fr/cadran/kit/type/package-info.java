/**
 * Framework-free value types that domains may use: identifiers of the field, quarters, exact money
 * and rates.
 */
@NullMarked
package fr.cadran.kit.type;

import org.jspecify.annotations.NullMarked;
