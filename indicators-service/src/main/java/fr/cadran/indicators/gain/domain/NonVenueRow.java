package fr.cadran.indicators.gain.domain;

import fr.cadran.kit.type.Rational;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the consultations of a specialty, and what they brought. Null means not known,
 * which is not zero.
 *
 * @param specialty code of the specialty
 * @param honoured appointments honoured
 * @param withoutAppointment consultations without appointment
 * @param cancelled appointments cancelled
 * @param notHonoured appointments not honoured
 * @param revenue euros over the same period
 */
public record NonVenueRow(
    String specialty,
    @Nullable Rational honoured,
    @Nullable Rational withoutAppointment,
    @Nullable Rational cancelled,
    @Nullable Rational notHonoured,
    @Nullable Rational revenue) {}
