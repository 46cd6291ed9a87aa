package fr.cadran.kit.access;

import java.util.Set;

/** Stands for the caller of the kit, which this module does not depend on. */
public record Caller(Set<Role> roles, Set<String> centres) {}
