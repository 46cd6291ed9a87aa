/** What can be done with funding tables. */
@NullMarked
package fr.cadran.contracts.fundingtable.application;

import org.jspecify.annotations.NullMarked;
