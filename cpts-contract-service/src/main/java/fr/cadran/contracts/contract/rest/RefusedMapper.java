package fr.cadran.contracts.contract.rest;

import fr.cadran.contracts.contract.application.ContractProblem;
import fr.cadran.contracts.contract.domain.RefusedException;
import fr.cadran.kit.edge.ProblemWriter;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the rules refuse, turned into its answer. */
@Singleton
public class RefusedMapper {
  private final ProblemWriter writer;

  RefusedMapper(ProblemWriter writer) {
    this.writer = writer;
  }

  @ServerExceptionMapper
  public Response refused(RefusedException refused, UriInfo uri, HttpHeaders headers) {
    return writer.answer(
        ContractProblem.of(refused),
        uri.getRequestUri().getPath(),
        headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }
}
