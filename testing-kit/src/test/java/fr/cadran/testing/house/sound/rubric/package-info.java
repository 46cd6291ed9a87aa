/** Part of the service in small that keeps every house rule. */
@NullMarked
package fr.cadran.testing.house.sound.rubric;

import org.jspecify.annotations.NullMarked;
