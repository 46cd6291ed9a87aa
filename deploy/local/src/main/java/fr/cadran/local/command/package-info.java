/** The subcommands of {@code ./platform}, one class each. */
@NullMarked
package fr.cadran.local.command;

import org.jspecify.annotations.NullMarked;
