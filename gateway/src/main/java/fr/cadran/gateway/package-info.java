/**
 * The only public door. Features: {@code route} (which path goes to which service, token check,
 * proxy) and {@code description} (the merged API description). Keeps no data, publishes no events.
 */
@NullMarked
package fr.cadran.gateway;

import org.jspecify.annotations.NullMarked;
