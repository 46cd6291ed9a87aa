/** What can be done with CPTS: register, revise, read, list, place on the map, move on. */
@NullMarked
package fr.cadran.contracts.cpts.application;

import org.jspecify.annotations.NullMarked;
