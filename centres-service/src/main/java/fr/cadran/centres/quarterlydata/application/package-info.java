/** What can be done with quarterly data: save, check, submit, read and compare. */
@NullMarked
package fr.cadran.centres.quarterlydata.application;

import org.jspecify.annotations.NullMarked;
