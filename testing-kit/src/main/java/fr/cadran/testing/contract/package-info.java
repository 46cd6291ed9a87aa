/** Holds what a service answers against the OpenAPI 3.1 document it publishes itself. */
@NullMarked
package fr.cadran.testing.contract;

import org.jspecify.annotations.NullMarked;
