/** Breaks domainHasNoSetters and no other house rule: a visit changed field by field. */
@NullMarked
package fr.cadran.testing.house.bites.domainhasnosetters.visit.domain;

import org.jspecify.annotations.NullMarked;
