/** Breaks persistenceSeesNoOtherAdapter and no other house rule: rows that know the wire. */
@NullMarked
package fr.cadran.testing.house.bites.persistenceseesnootheradapter.visit.rest;

import org.jspecify.annotations.NullMarked;
