/** Tests of the rules of quarterlydata. */
@NullMarked
package fr.cadran.centres.quarterlydata.domain;

import org.jspecify.annotations.NullMarked;
