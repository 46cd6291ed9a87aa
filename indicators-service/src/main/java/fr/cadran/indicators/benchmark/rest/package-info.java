/** Benchmarks over HTTP. */
@NullMarked
package fr.cadran.indicators.benchmark.rest;

import org.jspecify.annotations.NullMarked;
