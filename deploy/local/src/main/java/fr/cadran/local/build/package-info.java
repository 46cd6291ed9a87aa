/** Finds what is missing or older than its sources and has Maven build it. */
@NullMarked
package fr.cadran.local.build;

import org.jspecify.annotations.NullMarked;
