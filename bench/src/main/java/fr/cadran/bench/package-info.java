/** What is measured on a running platform, each scenario beside its reference in the same run. */
@NullMarked
package fr.cadran.bench;

import org.jspecify.annotations.NullMarked;
