/** The rules of funding tables, without any framework. */
@NullMarked
package fr.cadran.contracts.fundingtable.domain;

import org.jspecify.annotations.NullMarked;
