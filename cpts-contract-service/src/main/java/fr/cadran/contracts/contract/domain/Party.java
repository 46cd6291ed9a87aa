package fr.cadran.contracts.contract.domain;

/** The three parties of a contract: it takes effect only with all of them (cpts.md §7). */
public enum Party {
  CPTS,
  CPAM,
  ARS
}
