/**
 * The only public door. Features: {@code route} (which path goes to which service), {@code door}
 * (the chain that lets a call in), its steps in {@code head}, {@code access}, {@code quota} and
 * {@code forward}; {@code connection} and {@code answer} around all of it; {@code description} (the
 * merged API description). Keeps quotas, publishes no events.
 */
@NullMarked
package fr.cadran.gateway;

import org.jspecify.annotations.NullMarked;
