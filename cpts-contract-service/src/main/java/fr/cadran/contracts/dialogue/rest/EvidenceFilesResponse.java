package fr.cadran.contracts.dialogue.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The files of evidence of a dialogue. */
@Schema(name = "EvidenceFiles")
record EvidenceFilesResponse(@Schema(required = true) List<EvidenceFileResponse> items) {}
