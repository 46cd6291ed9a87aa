/** The rules of a CPTS, without any framework. */
@NullMarked
package fr.cadran.contracts.cpts.domain;

import org.jspecify.annotations.NullMarked;
