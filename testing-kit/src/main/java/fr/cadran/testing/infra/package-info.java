/** The real PostgreSQL and the real Kafka broker, started for tests and gone with them. */
@NullMarked
package fr.cadran.testing.infra;

import org.jspecify.annotations.NullMarked;
