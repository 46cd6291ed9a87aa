/** Breaks messagingSeesNoOtherAdapter and no other house rule: a consumer that writes rows. */
@NullMarked
package fr.cadran.testing.house.bites.messagingseesnootheradapter.visit.messaging;

import org.jspecify.annotations.NullMarked;
