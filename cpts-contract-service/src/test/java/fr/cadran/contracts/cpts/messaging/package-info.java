/** What leaves about CPTS. */
@NullMarked
package fr.cadran.contracts.cpts.messaging;

import org.jspecify.annotations.NullMarked;
