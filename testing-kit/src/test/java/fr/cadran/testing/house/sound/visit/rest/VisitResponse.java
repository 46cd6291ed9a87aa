package fr.cadran.testing.house.sound.visit.rest;

import java.util.List;

/** What is answered for a visit. */
public record VisitResponse(String centre, List<Note> notes) {
  /** Part of the answer. */
  public record Note(String text) {}
}
