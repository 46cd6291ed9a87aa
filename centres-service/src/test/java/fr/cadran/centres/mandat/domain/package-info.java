/** Tests of the rules of mandat. */
@NullMarked
package fr.cadran.centres.mandat.domain;

import org.jspecify.annotations.NullMarked;
