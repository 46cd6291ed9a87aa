/** What the head of a request must look like, before any work is done for it. */
@NullMarked
package fr.cadran.gateway.head;

import org.jspecify.annotations.NullMarked;
