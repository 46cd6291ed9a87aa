package fr.cadran.contracts.fundingtable.persistence;

import jakarta.persistence.Embeddable;

/** One parameter of the rule set. */
@Embeddable
class FundingParameterRow {
  String name;
  String value;
  String source;
  String verification;
}
