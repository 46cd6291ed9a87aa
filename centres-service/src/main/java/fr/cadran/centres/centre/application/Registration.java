package fr.cadran.centres.centre.application;

import fr.cadran.centres.centre.domain.RegisteredCentre;
import fr.cadran.kit.type.FieldError;
import java.util.List;

/**
 * A centre as it was written, with what its declarer should look at again.
 *
 * @param centre the centre
 * @param warnings never refuse anything
 */
public record Registration(RegisteredCentre centre, List<FieldError> warnings) {}
