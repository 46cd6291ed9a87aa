/** The fault suite: a platform of its own is harmed under load, and nothing may be lost by it. */
@NullMarked
package fr.cadran.e2e.faults;

import org.jspecify.annotations.NullMarked;
