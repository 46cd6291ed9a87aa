/** Plain HTTP calls to parts on loopback. */
@NullMarked
package fr.cadran.local.http;

import org.jspecify.annotations.NullMarked;
