/** A program that says hello, with the extensions of the product. */
@NullMarked
package peer;

import org.jspecify.annotations.NullMarked;
