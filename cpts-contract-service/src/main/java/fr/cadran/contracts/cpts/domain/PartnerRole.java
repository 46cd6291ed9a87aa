package fr.cadran.contracts.cpts.domain;

/** What a partner is to a CPTS (cpts.md §1, Partners). */
public enum PartnerRole {
  CPAM,
  ARS,
  MSA,
  URPS,
  LOCAL_AUTHORITY,
  HOSPITAL,
  OTHER
}
