/** HTTP conventions: entity tags, preconditions, correlation, languages, body limits. */
@NullMarked
package fr.cadran.kit.http;

import org.jspecify.annotations.NullMarked;
