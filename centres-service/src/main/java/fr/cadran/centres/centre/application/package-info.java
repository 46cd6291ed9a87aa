/** What can be done with the registry: register, revise, read and list centres. */
@NullMarked
package fr.cadran.centres.centre.application;

import org.jspecify.annotations.NullMarked;
