/** The service over HTTP and events, with its real database and broker. */
package fr.cadran.indicators.edge;
