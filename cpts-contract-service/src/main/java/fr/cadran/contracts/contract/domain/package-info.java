/**
 * The tripartite ACI contract: its terms, who signs them, its life (cpts.md §4, §7, §9). Plain
 * Java.
 */
@NullMarked
package fr.cadran.contracts.contract.domain;

import org.jspecify.annotations.NullMarked;
