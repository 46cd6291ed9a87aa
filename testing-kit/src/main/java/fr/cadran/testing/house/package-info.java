/** The house rules a machine can check, as ArchUnit rules every module subclasses in one line. */
@NullMarked
package fr.cadran.testing.house;

import org.jspecify.annotations.NullMarked;
