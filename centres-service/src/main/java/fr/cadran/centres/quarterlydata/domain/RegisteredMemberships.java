package fr.cadran.centres.quarterlydata.domain;

/**
 * What the register of the option de coordination says of a quarter, to be held against what the
 * centre declares.
 *
 * @param begun memberships that began in the quarter
 * @param renewed memberships whose anniversary fell in it
 */
public record RegisteredMemberships(long begun, long renewed) {}
