/** What happens to contracts, on the topic of the CPTS. */
@NullMarked
package fr.cadran.contracts.contract.messaging;

import org.jspecify.annotations.NullMarked;
