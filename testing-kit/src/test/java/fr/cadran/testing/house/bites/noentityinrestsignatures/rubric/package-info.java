/**
 * Breaks noEntityInRestSignatures and no other house rule: a row answered as it is, under a name
 * that looks like a DTO.
 */
@NullMarked
package fr.cadran.testing.house.bites.noentityinrestsignatures.rubric;

import org.jspecify.annotations.NullMarked;
