/**
 * What the persistence adapters of every feature share: which centres a caller sees, exact figures
 * as JSON.
 */
@NullMarked
package fr.cadran.indicators.database;

import org.jspecify.annotations.NullMarked;
