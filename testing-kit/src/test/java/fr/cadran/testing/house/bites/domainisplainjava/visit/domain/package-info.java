/** Breaks domainIsPlainJava and no other house rule: a framework in the domain. */
@NullMarked
package fr.cadran.testing.house.bites.domainisplainjava.visit.domain;

import org.jspecify.annotations.NullMarked;
