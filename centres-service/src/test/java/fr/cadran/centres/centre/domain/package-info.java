/** Tests of the rules of centre. */
@NullMarked
package fr.cadran.centres.centre.domain;

import org.jspecify.annotations.NullMarked;
