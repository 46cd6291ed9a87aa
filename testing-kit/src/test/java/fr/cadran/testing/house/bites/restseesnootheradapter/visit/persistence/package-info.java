/** Breaks restSeesNoOtherAdapter and no other house rule: an endpoint that reads rows. */
@NullMarked
package fr.cadran.testing.house.bites.restseesnootheradapter.visit.persistence;

import org.jspecify.annotations.NullMarked;
