/** What a CPTS is: its seat, its territory, its lifecycle. Plain Java. */
@NullMarked
package fr.cadran.contracts.cpts.domain;

import org.jspecify.annotations.NullMarked;
