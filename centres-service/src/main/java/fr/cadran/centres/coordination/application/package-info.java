/** What can be done with the option de coordination. */
@NullMarked
package fr.cadran.centres.coordination.application;

import org.jspecify.annotations.NullMarked;
