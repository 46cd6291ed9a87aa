/** Breaks restSeesNoOtherAdapter and no other house rule: an endpoint that reads rows. */
@NullMarked
package fr.cadran.testing.house.bites.restseesnootheradapter.visit.rest;

import org.jspecify.annotations.NullMarked;
