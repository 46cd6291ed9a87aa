/** Benchmarks for those who may read them. */
@NullMarked
package fr.cadran.indicators.benchmark.application;

import org.jspecify.annotations.NullMarked;
