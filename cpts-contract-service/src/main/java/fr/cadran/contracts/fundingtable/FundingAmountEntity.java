package fr.cadran.contracts.fundingtable;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** One yearly amount: a line and a volet for one size of CPTS. */
@Entity
@Table(name = "funding_amount")
class FundingAmountEntity {
  @Id long id;

  @ManyToOne
  @JoinColumn(name = "table_code")
  FundingTableEntity table;

  int position;
  String line;
  String volet;
  int size;
  BigDecimal amount;
  boolean earmarked;
  String source;

  @Column(name = "verification")
  String verification;
}
