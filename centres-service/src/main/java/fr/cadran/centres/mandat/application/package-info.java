/** What can be done with mandats: give, read, list and revoke. */
@NullMarked
package fr.cadran.centres.mandat.application;

import org.jspecify.annotations.NullMarked;
