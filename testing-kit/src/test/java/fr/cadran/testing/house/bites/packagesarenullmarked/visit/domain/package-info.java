/** Breaks packagesAreNullMarked and no other house rule: nothing checks nulls here. */
package fr.cadran.testing.house.bites.packagesarenullmarked.visit.domain;
