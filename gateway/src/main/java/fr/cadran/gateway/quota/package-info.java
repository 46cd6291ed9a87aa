/** How much a caller may ask for, shared by every gateway of the platform. */
@NullMarked
package fr.cadran.gateway.quota;

import org.jspecify.annotations.NullMarked;
