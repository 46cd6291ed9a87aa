/** A service in small that keeps every house rule, with every layer and one flat feature. */
@NullMarked
package fr.cadran.testing.house.sound;

import org.jspecify.annotations.NullMarked;
