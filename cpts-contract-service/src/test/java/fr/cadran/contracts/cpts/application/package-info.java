/** Who reaches which CPTS, and counts. */
@NullMarked
package fr.cadran.contracts.cpts.application;

import org.jspecify.annotations.NullMarked;
