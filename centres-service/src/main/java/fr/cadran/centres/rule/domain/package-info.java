/** How the rules of every feature say which field is wrong. */
@NullMarked
package fr.cadran.centres.rule.domain;

import org.jspecify.annotations.NullMarked;
