/** Drawings for reports, in French, as SVG and PNG; what is drawn, the features decide. */
@NullMarked
package fr.cadran.indicators.chart;

import org.jspecify.annotations.NullMarked;
