package fr.cadran.centres.coordination.domain;

import java.util.Arrays;
import java.util.List;

/**
 * What a centre undertakes by choosing the option, followed year by year (centres.md §6; seed 000,
 * ANNEXES VIII and IX).
 */
public enum Commitment {
  MEDICAL_SHARED_SUMMARY_RECORD(
      VoletOption.MEDICAL,
      "Dossier médical de synthèse partagé entre les praticiens",
      "Medical summary record shared between practitioners"),
  MEDICAL_ACCESS_DURING_HOURS(
      VoletOption.MEDICAL,
      "Consultation possible pendant les heures d'ouverture",
      "Consultation possible during opening hours"),
  MEDICAL_ORIENTATION_OUTSIDE_HOURS(
      VoletOption.MEDICAL,
      "Orientation communiquée pour les heures de fermeture",
      "Orientation made known for the hours outside"),
  MEDICAL_PREVENTION_AND_SCREENING(
      VoletOption.MEDICAL,
      "Actions de prévention et de dépistage",
      "Prevention and screening actions"),
  MEDICAL_TRAINING(
      VoletOption.MEDICAL,
      "Développement professionnel continu des médecins coordinateurs",
      "Continuing training of coordinating doctors"),
  MEDICAL_INTERPROFESSIONAL_MEETINGS(
      VoletOption.MEDICAL, "Réunions interprofessionnelles", "Interprofessional meetings"),
  MEDICAL_ACTIVITY_REPORT(
      VoletOption.MEDICAL,
      "Rapport d'activité transmis à la CPAM",
      "Activity report sent to the CPAM"),
  MEDICAL_COMMITMENT_FORM(
      VoletOption.MEDICAL,
      "Déclaration de respect des engagements transmise à la CPAM",
      "Declaration that commitments are kept, sent to the CPAM"),
  NURSING_PLANNING(
      VoletOption.NURSING,
      "Planning des soins programmés et non programmés",
      "Planning of scheduled and unscheduled care"),
  NURSING_PATIENT_RECORD(VoletOption.NURSING, "Dossier patient", "Patient record"),
  NURSING_TRANSMISSION_SHEET(
      VoletOption.NURSING,
      "Fiche de transmission entre infirmiers",
      "Transmission sheet between nurses"),
  NURSING_MONTHLY_MEETING(
      VoletOption.NURSING, "Réunion mensuelle de l'équipe", "Monthly meeting of the team"),
  NURSING_LEAFLET(
      VoletOption.NURSING,
      "Plaquette de l'offre de soins mise à disposition",
      "Leaflet on the care offered, at hand"),
  NURSING_DIRECTORY_OF_CARE(
      VoletOption.NURSING,
      "Répertoire de l'offre de soins de la circonscription",
      "Directory of care around"),
  NURSING_OUTSIDE_PARTNERSHIP(
      VoletOption.NURSING,
      "Au moins une convention avec une structure extérieure",
      "At least one signed partnership with an outside structure"),
  NURSING_TWO_DAYS_OF_TRAINING(
      VoletOption.NURSING, "Deux jours de formation par an", "Two days of training a year"),
  NURSING_PREVENTION_ACTION(
      VoletOption.NURSING, "Au moins une action de prévention", "At least one prevention action"),
  NURSING_PROMOTION_ACTION(
      VoletOption.NURSING,
      "Au moins une action de promotion de la santé",
      "At least one health promotion action"),
  NURSING_ACTIVITY_REPORT(
      VoletOption.NURSING,
      "Rapport d'activité transmis à la CPAM",
      "Activity report sent to the CPAM"),
  NURSING_COMMITMENT_FORM(
      VoletOption.NURSING,
      "Formulaire de respect des engagements transmis à la CPAM",
      "Form that commitments are kept, sent to the CPAM"),
  DENTAL_YEARLY_RECALL(
      VoletOption.DENTAL,
      "Rappel annuel de chaque adhérent",
      "Yearly recall of each member patient");

  /** On delivery of these the second half of a nursing year falls due (seed 000, ANNEXE IX). */
  static List<Commitment> documentsOfNursing() {
    return List.of(NURSING_COMMITMENT_FORM, NURSING_ACTIVITY_REPORT);
  }

  private final VoletOption volet;
  private final String french;
  private final String english;

  Commitment(VoletOption volet, String french, String english) {
    this.volet = volet;
    this.french = french;
    this.english = english;
  }

  /** Those of a volet. */
  public static List<Commitment> of(VoletOption volet) {
    return Arrays.stream(values()).filter(one -> one.volet == volet).toList();
  }

  /** The part of the option that asks for it. */
  public VoletOption volet() {
    return volet;
  }

  /** What it is called in French. */
  public String french() {
    return french;
  }

  /** What it is called in English. */
  public String english() {
    return english;
  }

  /** The text that says it. */
  public String source() {
    return switch (volet) {
      case MEDICAL -> "seed 000, ANNEXE VIII";
      case NURSING -> "seed 000, ANNEXE IX";
      case DENTAL -> "centres.md §6";
    };
  }
}
