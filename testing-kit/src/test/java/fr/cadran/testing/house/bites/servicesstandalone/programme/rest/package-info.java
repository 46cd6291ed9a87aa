/** Breaks servicesStandAlone and no other house rule: a class of another service. */
@NullMarked
package fr.cadran.testing.house.bites.servicesstandalone.programme.rest;

import org.jspecify.annotations.NullMarked;
