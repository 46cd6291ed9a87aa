/**
 * CPTS and their ACI contracts. Features: {@code cpts}, who they are, where and how far; {@code
 * fundingtable}, the dated amounts and parameters of the agreement. Publishes {@code CptsState} and
 * {@code CptsStageChanged}.
 */
@NullMarked
package fr.cadran.contracts;

import org.jspecify.annotations.NullMarked;
