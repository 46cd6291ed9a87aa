/** Breaks onlyJBossLogging and no other house rule: another logger. */
@NullMarked
package fr.cadran.testing.house.bites.onlyjbosslogging.visit.rest;

import org.jspecify.annotations.NullMarked;
