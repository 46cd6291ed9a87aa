/** Databases made anew from the topics. */
@NullMarked
package fr.cadran.operator.rebuild;

import org.jspecify.annotations.NullMarked;
