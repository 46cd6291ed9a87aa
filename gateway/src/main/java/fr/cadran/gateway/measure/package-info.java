/** What an operator sees of the calls: how many, how they ended, how long they took. */
@NullMarked
package fr.cadran.gateway.measure;

import org.jspecify.annotations.NullMarked;
