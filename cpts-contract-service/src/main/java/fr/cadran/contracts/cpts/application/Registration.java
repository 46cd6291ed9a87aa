package fr.cadran.contracts.cpts.application;

import fr.cadran.contracts.cpts.domain.Cpts;
import fr.cadran.kit.type.FieldError;
import java.util.List;

/**
 * A CPTS as it was written, with what its declarer should look at again.
 *
 * @param cpts as it stands now
 * @param warnings never refuse anything
 */
public record Registration(Cpts cpts, List<FieldError> warnings) {}
