/** Lists as CSV and XLSX, streamed: the same fields under the same names as the JSON. */
@NullMarked
package fr.cadran.indicators.export;

import org.jspecify.annotations.NullMarked;
