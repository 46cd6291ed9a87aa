package fr.cadran.centres.mandat.application;

import fr.cadran.centres.mandat.domain.Mandat;
import fr.cadran.kit.type.Finess;
import java.util.List;

/** Port: tells the other services the mandats of a centre, in the transaction that changes them. */
@FunctionalInterface
public interface MandatEvents {
  /**
   * The list has changed.
   *
   * @param version counts the changes of this centre's list from 1
   * @param all every mandat of the centre
   */
  void changed(Finess centre, long version, List<Mandat> all);
}
