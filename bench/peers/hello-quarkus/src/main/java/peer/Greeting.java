package peer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** One entity, because without any the framework leaves its object-relational part out. */
@Entity
public class Greeting {
  @Id Long id = 0L;
}
