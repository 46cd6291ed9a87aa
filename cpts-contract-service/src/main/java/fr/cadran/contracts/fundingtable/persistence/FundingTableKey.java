package fr.cadran.contracts.fundingtable.persistence;

/** Key of a version of a table. */
record FundingTableKey(String code, int version) {}
