/** The realm as code, its demo accounts and the tokens they get. */
@NullMarked
package fr.cadran.local.identity;

import org.jspecify.annotations.NullMarked;
