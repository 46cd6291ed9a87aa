/** When the data of a quarter may be submitted, and until when they are on time. */
@NullMarked
package fr.cadran.centres.quarterwindow.domain;

import org.jspecify.annotations.NullMarked;
