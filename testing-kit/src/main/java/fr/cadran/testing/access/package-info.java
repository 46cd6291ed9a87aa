/** The access matrix: every operation × every role × every situation, over real HTTP. */
@NullMarked
package fr.cadran.testing.access;

import org.jspecify.annotations.NullMarked;
