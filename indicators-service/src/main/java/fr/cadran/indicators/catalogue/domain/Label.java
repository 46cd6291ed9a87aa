package fr.cadran.indicators.catalogue.domain;

/**
 * A text for people in both languages.
 *
 * @param fr French
 * @param en English
 */
public record Label(String fr, String en) {}
