/** Where exceptions become answers, and where the codes of refusals are documented. */
@NullMarked
package fr.cadran.kit.edge;

import org.jspecify.annotations.NullMarked;
