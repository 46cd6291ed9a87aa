/** How many centres submitted a quarter, and how many in time. */
@NullMarked
package fr.cadran.centres.completeness.domain;

import org.jspecify.annotations.NullMarked;
