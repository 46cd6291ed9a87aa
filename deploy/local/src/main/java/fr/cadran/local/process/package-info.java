/**
 * Operating-system processes: started detached, recognised after a crash, ended without leftovers.
 */
@NullMarked
package fr.cadran.local.process;

import org.jspecify.annotations.NullMarked;
