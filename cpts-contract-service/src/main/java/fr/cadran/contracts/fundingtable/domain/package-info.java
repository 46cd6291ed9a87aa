/** The funding tables of the ACI: amounts and parameters, each with its legal source. */
@NullMarked
package fr.cadran.contracts.fundingtable.domain;

import org.jspecify.annotations.NullMarked;
