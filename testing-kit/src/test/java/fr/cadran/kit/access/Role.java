package fr.cadran.kit.access;

/** Stands for the roles of the kit, which this module does not depend on. */
public enum Role {
  AUDITOR
}
