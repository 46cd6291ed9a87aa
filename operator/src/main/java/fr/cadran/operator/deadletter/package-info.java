/** What consumers set aside: looked at, and given to them again. */
@NullMarked
package fr.cadran.operator.deadletter;

import org.jspecify.annotations.NullMarked;
