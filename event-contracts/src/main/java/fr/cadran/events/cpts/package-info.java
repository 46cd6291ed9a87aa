/** What cpts-contract-service tells: the CPTS, their ACI contracts, results and payments. */
@NullMarked
package fr.cadran.events.cpts;

import org.jspecify.annotations.NullMarked;
