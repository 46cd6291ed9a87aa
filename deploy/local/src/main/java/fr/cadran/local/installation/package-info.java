/** One installation on this machine: its folders, ports, secrets and the lock that guards them. */
@NullMarked
package fr.cadran.local.installation;

import org.jspecify.annotations.NullMarked;
