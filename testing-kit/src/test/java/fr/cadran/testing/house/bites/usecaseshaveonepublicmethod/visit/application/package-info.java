/**
 * Breaks useCasesHaveOnePublicMethod and no other house rule: two use cases in one bean, a bean
 * named for no verb.
 */
@NullMarked
package fr.cadran.testing.house.bites.usecaseshaveonepublicmethod.visit.application;

import org.jspecify.annotations.NullMarked;
