package peer;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** All that this program does. */
@Path("/hello")
public class Hello {
  /** Says hello. */
  @GET
  public String hello() {
    return "hello";
  }
}
