/** Tests of programmes. */
@NullMarked
package fr.cadran.centres.programme.domain;

import org.jspecify.annotations.NullMarked;
