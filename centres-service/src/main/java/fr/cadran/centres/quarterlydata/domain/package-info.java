/** The quarterly grid of a centre: its content, its checks, its lifecycle and its versions. */
@NullMarked
package fr.cadran.centres.quarterlydata.domain;

import org.jspecify.annotations.NullMarked;
