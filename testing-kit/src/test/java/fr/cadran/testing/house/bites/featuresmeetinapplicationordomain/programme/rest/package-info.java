/**
 * Breaks featuresMeetInApplicationOrDomain and no other house rule: the wire of one feature in the
 * wire of another.
 */
@NullMarked
package fr.cadran.testing.house.bites.featuresmeetinapplicationordomain.programme.rest;

import org.jspecify.annotations.NullMarked;
