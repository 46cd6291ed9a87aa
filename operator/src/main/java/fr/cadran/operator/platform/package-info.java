/** Where the parts of the platform are that a command works on. */
@NullMarked
package fr.cadran.operator.platform;

import org.jspecify.annotations.NullMarked;
