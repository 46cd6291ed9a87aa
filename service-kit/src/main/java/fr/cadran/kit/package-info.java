/** What every service needs at its edges, once; features are the sub-packages. */
@NullMarked
package fr.cadran.kit;

import org.jspecify.annotations.NullMarked;
