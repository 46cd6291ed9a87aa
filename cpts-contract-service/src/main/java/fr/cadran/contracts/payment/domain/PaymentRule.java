package fr.cadran.contracts.payment.domain;

/**
 * Every rule that can write a line, with the text that it comes from: one list that an expert can
 * check. A line names its rule.
 */
public enum PaymentRule {
  FONCTIONNEMENT_ENTIER(
      "Frais de fonctionnement versés en une fois : à la signature, et à chaque anniversaire tant"
          + " qu'aucune mission n'a démarré.",
      "Arrêté du 21 août 2019, contrat type, art. 6.1 ; sans mission : choix de Cadran"),
  FONCTIONNEMENT_AVANCE(
      "Avance sur les frais de fonctionnement à l'anniversaire, dès qu'une mission a démarré.",
      "Arrêté du 21 août 2019, contrat type, art. 6.1"),
  FONCTIONNEMENT_SOLDE(
      "Solde des frais de fonctionnement à l'anniversaire suivant, au dialogue de gestion clos.",
      "Arrêté du 21 août 2019, contrat type, art. 6.1"),
  FIXE_AVANCE(
      "Avance du volet fixe au démarrage de la mission, au prorata du temps restant jusqu'à"
          + " l'anniversaire, puis à chaque anniversaire.",
      "Arrêté du 21 août 2019, contrat type, art. 6.1"),
  FIXE_SOLDE(
      "Solde du volet fixe de l'année écoulée, sur preuve des moyens engagés : 100 % ou 0 % par"
          + " indicateur de moyens.",
      "Arrêté du 21 août 2019, contrat type, art. 6.1 ; Café CPTS 2023"),
  VARIABLE_RESULTATS(
      "Volet variable de l'année écoulée, selon les taux agréés au dialogue de gestion.",
      "ACI des CPTS 2019 ; congrès FNCS 2020 ; Café CPTS 2023"),
  SNP_AVANCE(
      "Avance d'une ligne de soins non programmés.",
      "ACI art. 7.1 ; échéancier à vérifier, comme le volet fixe"),
  SNP_SOLDE(
      "Solde d'une ligne de soins non programmés.",
      "ACI art. 7.1 ; échéancier à vérifier, comme le volet fixe"),
  CRISE_AVANCE(
      "Avance du montant de crise, à la reconnaissance de la crise par l'ARS.",
      "Avenant 2 à l'ACI ; échéancier à vérifier"),
  CRISE_SOLDE("Solde du montant de crise.", "Avenant 2 à l'ACI ; échéancier à vérifier"),
  REPRISE_FIN_ANTICIPEE(
      "Reprise de ce qui avait été avancé pour le temps qui ne sera pas couru.",
      "Résiliation : reprise au prorata du temps, source secondaire"),
  CORRECTION_ANNEE_CLOSE(
      "Écart entre le droit recalculé et toutes les lignes déjà écrites.",
      "Avenant ou correction signés des trois parties");

  private final String text;
  private final String source;

  PaymentRule(String text, String source) {
    this.text = text;
    this.source = source;
  }

  /** What it says, in French. */
  public String text() {
    return text;
  }

  /** Where it comes from. */
  public String source() {
    return source;
  }
}
