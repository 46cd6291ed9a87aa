/** What every service has to know of its database. */
@NullMarked
package fr.cadran.kit.database;

import org.jspecify.annotations.NullMarked;
