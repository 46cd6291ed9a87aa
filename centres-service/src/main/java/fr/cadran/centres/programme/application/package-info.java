/** What can be done with programmes. */
@NullMarked
package fr.cadran.centres.programme.application;

import org.jspecify.annotations.NullMarked;
