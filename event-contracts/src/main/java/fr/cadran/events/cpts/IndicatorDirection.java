package fr.cadran.events.cpts;

/** Which way an indicator of an ACI contract gets better. */
public enum IndicatorDirection {
  RISING,
  FALLING
}
