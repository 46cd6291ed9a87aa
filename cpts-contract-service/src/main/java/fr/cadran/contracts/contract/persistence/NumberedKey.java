package fr.cadran.contracts.contract.persistence;

import java.util.UUID;

/** Key of what is numbered within a contract. */
record NumberedKey(UUID contract, int number) {}
