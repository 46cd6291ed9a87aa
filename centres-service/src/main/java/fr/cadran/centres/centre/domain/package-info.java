/** The registry entry of a centre de santé and what makes a declared entry acceptable. */
@NullMarked
package fr.cadran.centres.centre.domain;

import org.jspecify.annotations.NullMarked;
