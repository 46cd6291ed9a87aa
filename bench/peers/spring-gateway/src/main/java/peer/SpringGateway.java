package peer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Spring Cloud Gateway as its documentation sets it up: one route, tokens checked by Spring Security. */
@SpringBootApplication
public class SpringGateway {
  public static void main(String[] args) {
    SpringApplication.run(SpringGateway.class, args);
  }
}
