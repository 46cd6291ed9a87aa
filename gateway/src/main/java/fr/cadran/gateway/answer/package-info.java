/** What every answer says, whoever made it. */
@NullMarked
package fr.cadran.gateway.answer;

import org.jspecify.annotations.NullMarked;
