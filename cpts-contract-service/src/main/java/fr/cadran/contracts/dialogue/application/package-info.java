/** What can be done in a dialogue de gestion; every change locks the CPTS of the contract first. */
@NullMarked
package fr.cadran.contracts.dialogue.application;

import org.jspecify.annotations.NullMarked;
