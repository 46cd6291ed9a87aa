/** What happens to CPTS and their contracts, as it arrives. */
@NullMarked
package fr.cadran.indicators.cptsvalue.messaging;

import org.jspecify.annotations.NullMarked;
