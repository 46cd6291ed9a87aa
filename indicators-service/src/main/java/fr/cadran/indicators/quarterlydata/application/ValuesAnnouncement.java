package fr.cadran.indicators.quarterlydata.application;

import fr.cadran.events.indicators.IndicatorValuesComputed;

/** Tells the other services about computed values, in the transaction that computed them. */
public interface ValuesAnnouncement {
  /** Tells about the values of one quarter of one centre. */
  void announce(IndicatorValuesComputed computed);
}
