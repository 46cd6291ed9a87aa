package fr.cadran.contracts.payment.domain;

import fr.cadran.contracts.fundingtable.domain.FundingAmount;
import fr.cadran.contracts.fundingtable.domain.FundingLine;
import fr.cadran.contracts.fundingtable.domain.FundingTable;
import fr.cadran.contracts.fundingtable.domain.RuleName;
import fr.cadran.contracts.fundingtable.domain.RuleParameter;
import fr.cadran.contracts.fundingtable.domain.RuleParameters;
import fr.cadran.contracts.fundingtable.domain.Verification;
import fr.cadran.contracts.fundingtable.domain.Volet;
import fr.cadran.kit.type.Euros;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The two tables of cpts.md §3, in k€ as it prints them. */
public final class Tables {
  private static final Map<RuleName, String> VALUES =
      Map.ofEntries(
          Map.entry(RuleName.CONTRACT_YEARS, "5"),
          Map.entry(RuleName.ADVANCE_RATE, "0.75"),
          Map.entry(RuleName.PRORATION, "DAYS"),
          Map.entry(RuleName.SIZE_CHANGE, "PRORATED"),
          Map.entry(RuleName.VARIABLE_FIRST_YEAR, "PRORATED"),
          Map.entry(RuleName.RUNNING_COSTS_WITHOUT_MISSION, "FULL"),
          Map.entry(RuleName.SNP_SCHEDULE, "LIKE_FIXE"),
          Map.entry(RuleName.CRISIS_SCHEDULE, "LIKE_FIXE"),
          Map.entry(RuleName.UNSPENT_EARMARKED, "SHOWN"),
          Map.entry(RuleName.TERMINATION_NOTICE_MONTHS, "2"),
          Map.entry(RuleName.DIALOGUE_MONTHS, "2"),
          Map.entry(RuleName.SIZE_1_BELOW, "40000"),
          Map.entry(RuleName.SIZE_2_UP_TO, "80000"),
          Map.entry(RuleName.SIZE_3_UP_TO, "175000"),
          Map.entry(RuleName.START_MONTHS_ACCESS, "6"),
          Map.entry(RuleName.DEPLOYMENT_MONTHS_ACCESS, "18"),
          Map.entry(RuleName.START_MONTHS_PATHWAYS, "12"),
          Map.entry(RuleName.DEPLOYMENT_MONTHS_PATHWAYS, "24"),
          Map.entry(RuleName.ACTION_PRECOCE_MONTHS, "9"),
          Map.entry(RuleName.DEEMED_VALIDATION_MONTHS, "2"),
          Map.entry(RuleName.PROJET_DE_SANTE_GRANT, "10000"),
          Map.entry(RuleName.COORDINATION_TIME_GRANT, "15000"));

  private static final List<RuleName> VERIFIED =
      List.of(RuleName.CONTRACT_YEARS, RuleName.ADVANCE_RATE, RuleName.TERMINATION_NOTICE_MONTHS);

  public static final FundingTable ACI_2019 =
      new FundingTable(
          "ACI-2019",
          1,
          "ACI 2019",
          LocalDate.parse("2019-08-25"),
          LocalDate.parse("2022-03-31"),
          "arrêté du 21 août 2019",
          amounts(
              Verification.VERIFIED,
              """
              FONCTIONNEMENT FONCTIONNEMENT   50  60    75   90
              ACCES_SOINS    FIXE             15  17.5  25   30
              ACCES_SOINS    VARIABLE         15  17.5  25   30
              ACCES_SOINS    SNP_COMPENSATION 10  12    15   20
              ACCES_SOINS    SNP_ORIENTATION  35  45    55   70
              PARCOURS       FIXE             25  35    45   50
              PARCOURS       VARIABLE         25  35    45   50
              PREVENTION     FIXE             10  15    17.5 20
              PREVENTION     VARIABLE         10  15    17.5 20
              QUALITE        FIXE             7.5 10    15   20
              QUALITE        VARIABLE         7.5 10    15   20
              ACCOMPAGNEMENT FIXE             5   7.5   10   15
              ACCOMPAGNEMENT VARIABLE         5   7.5   10   15
              """),
          parameters());

  public static final FundingTable ACI_2022 =
      new FundingTable(
          "ACI-2022",
          1,
          "Avenant 2",
          LocalDate.parse("2022-03-31"),
          null,
          "avenant 2, source secondaire",
          amounts(
              Verification.TO_VERIFY,
              """
              FONCTIONNEMENT  FONCTIONNEMENT - - 75   -
              ACCES_SOINS     FIXE           - - 90   -
              ACCES_SOINS     VARIABLE       - - 35   -
              PARCOURS        FIXE           - - 45   -
              PARCOURS        VARIABLE       - - 45   -
              PREVENTION      FIXE           - - 17.5 -
              PREVENTION      VARIABLE       - - 17.5 -
              QUALITE         FIXE           - - 15   -
              QUALITE         VARIABLE       - - 15   -
              ACCOMPAGNEMENT  FIXE           - - 10   -
              ACCOMPAGNEMENT  VARIABLE       - - 10   -
              CRISE_SANITAIRE FIXE           - - 22.5 -
              CRISE_SANITAIRE CRISE          - - 67.5 -
              """),
          parameters());

  private Tables() {}

  /** The parameters of both tables. */
  public static RuleParameters parameters() {
    return new RuleParameters(
        VALUES.entrySet().stream()
            .map(entry ->
                new RuleParameter(
                    entry.getKey(),
                    entry.getValue(),
                    "texte de " + entry.getKey().token(),
                    VERIFIED.contains(entry.getKey())
                        ? Verification.VERIFIED
                        : Verification.ASSUMPTION))
            .toList());
  }

  /** A table under one other rule. */
  public static FundingTable with(FundingTable table, RuleName name, String value) {
    return table.under(table.parameters().suppose(name, value));
  }

  private static List<FundingAmount> amounts(Verification verification, String printed) {
    List<FundingAmount> amounts = new ArrayList<>();
    for (String row : printed.lines().toList()) {
      String[] cells = row.split("\\s+", -1);
      FundingLine line = FundingLine.valueOf(cells[0]);
      Volet volet = Volet.valueOf(cells[1]);
      for (int size = 1; size <= 4; size++) {
        String cell = cells[size + 1];
        if (!cell.equals("-")) {
          amounts.add(
              new FundingAmount(
                  line,
                  volet,
                  size,
                  new Euros(new BigDecimal(cell).movePointRight(3)),
                  volet == Volet.SNP_ORIENTATION,
                  "texte",
                  verification));
        }
      }
    }
    return amounts;
  }
}
