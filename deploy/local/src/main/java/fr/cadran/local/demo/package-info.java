/** The demo data, loaded through the public API only. */
@NullMarked
package fr.cadran.local.demo;

import org.jspecify.annotations.NullMarked;
