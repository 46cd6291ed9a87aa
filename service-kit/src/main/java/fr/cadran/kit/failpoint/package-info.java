/** Places at which a process can be made to die, for tests of what it leaves behind. */
@NullMarked
package fr.cadran.kit.failpoint;

import org.jspecify.annotations.NullMarked;
