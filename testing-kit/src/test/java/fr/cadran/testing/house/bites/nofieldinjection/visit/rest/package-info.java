/** Breaks noFieldInjection and no other house rule: a field the container fills. */
@NullMarked
package fr.cadran.testing.house.bites.nofieldinjection.visit.rest;

import org.jspecify.annotations.NullMarked;
