package fr.cadran.kit.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.MDC;

/** Gives every request an id, in the answer and in every log line it causes. */
@Provider
@Priority(0)
public class RequestIdFilter implements ContainerRequestFilter, ContainerResponseFilter {
  /** Name of the request's property that holds its id. */
  public static final String KEY = "requestId";

  private final Correlation correlation;

  RequestIdFilter(Correlation correlation) {
    this.correlation = correlation;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String id = correlation.requestId(request.getHeaderString(Correlation.REQUEST_ID));
    request.setProperty(KEY, id);
    MDC.put(KEY, id);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    Object id = request.getProperty(KEY);
    response
        .getHeaders()
        .putSingle(
            Correlation.REQUEST_ID,
            id == null
                ? correlation.requestId(request.getHeaderString(Correlation.REQUEST_ID))
                : id);
    MDC.remove(KEY);
  }
}
