/** What happens when a centre's quarterly data arrive: keep them, compute, announce. */
@NullMarked
package fr.cadran.indicators.quarterlydata.application;

import org.jspecify.annotations.NullMarked;
