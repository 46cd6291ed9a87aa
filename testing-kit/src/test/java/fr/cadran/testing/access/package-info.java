/** The access matrix against a service that is right, and against services that are wrong. */
@NullMarked
package fr.cadran.testing.access;

import org.jspecify.annotations.NullMarked;
