/**
 * Breaks aFeatureIsFlatOrLayered and no other house rule: a class beside the layers of its feature.
 */
@NullMarked
package fr.cadran.testing.house.bites.afeatureisflatorlayered.visit;

import org.jspecify.annotations.NullMarked;
