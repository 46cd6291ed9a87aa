/** The funding tables of the ACI: reference data, dated, each amount with its legal source. */
@NullMarked
package fr.cadran.contracts.fundingtable;

import org.jspecify.annotations.NullMarked;
