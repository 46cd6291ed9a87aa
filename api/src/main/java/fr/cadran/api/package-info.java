/**
 * The public API document as files: {@code openapi.json} and {@code openapi-3.0.json}, made by the
 * build from what the gateway and the services keep of themselves, with the gateway's own code and
 * routes. Linters, generated clients and the check of breaking changes read these files.
 */
@NullMarked
package fr.cadran.api;

import org.jspecify.annotations.NullMarked;
