package fr.cadran.centres.coordination.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every parameter of the option. */
@Schema(name = "OptionParameters")
record ParametersResponse(@Schema(required = true) List<ParameterResponse> items) {}
