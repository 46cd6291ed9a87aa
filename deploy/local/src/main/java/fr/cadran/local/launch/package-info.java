/** What the launcher does with all parts together: start, stop, report. */
@NullMarked
package fr.cadran.local.launch;

import org.jspecify.annotations.NullMarked;
