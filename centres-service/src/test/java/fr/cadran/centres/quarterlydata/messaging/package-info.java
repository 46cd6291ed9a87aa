/** Submissions on the topic. */
@NullMarked
package fr.cadran.centres.quarterlydata.messaging;

import org.jspecify.annotations.NullMarked;
