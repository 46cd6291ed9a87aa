/**
 * The option de coordination: memberships, halves, brackets (centres.md §6; seed 000, ANNEXES VIII
 * and IX).
 */
@NullMarked
package fr.cadran.centres.coordination.domain;

import org.jspecify.annotations.NullMarked;
