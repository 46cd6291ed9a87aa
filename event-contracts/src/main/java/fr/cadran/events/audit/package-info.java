/** What the services tell of their audit chains. */
@NullMarked
package fr.cadran.events.audit;

import org.jspecify.annotations.NullMarked;
