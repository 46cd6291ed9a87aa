/** Which path goes to which service, and what a call must bring to be let through. */
@NullMarked
package fr.cadran.gateway.route;

import org.jspecify.annotations.NullMarked;
