/** The API descriptions of the services, merged into one public document. */
@NullMarked
package fr.cadran.gateway.description;

import org.jspecify.annotations.NullMarked;
