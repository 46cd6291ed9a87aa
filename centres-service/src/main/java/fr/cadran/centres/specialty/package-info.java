/** The list of specialties: reference data that can grow without a change of code. */
@NullMarked
package fr.cadran.centres.specialty;

import org.jspecify.annotations.NullMarked;
