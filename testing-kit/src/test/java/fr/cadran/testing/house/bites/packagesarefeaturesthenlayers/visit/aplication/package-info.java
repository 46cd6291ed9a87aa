/** Breaks packagesAreFeaturesThenLayers and no other house rule: a misspelt layer. */
@NullMarked
package fr.cadran.testing.house.bites.packagesarefeaturesthenlayers.visit.aplication;

import org.jspecify.annotations.NullMarked;
