/** What a dialogue de gestion agreed on: values of a contract year, and how to read them. */
@NullMarked
package fr.cadran.indicators.cptsvalue.domain;

import org.jspecify.annotations.NullMarked;
