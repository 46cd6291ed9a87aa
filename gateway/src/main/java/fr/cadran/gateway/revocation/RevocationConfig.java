package fr.cadran.gateway.revocation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Which uploads run under a mandat, and how closely it is watched. */
@ConfigMapping(prefix = "cadran.gateway.revocation")
public interface RevocationConfig {
  /** False leaves a revocation to the service's own check, at the end of the upload. */
  @WithDefault("true")
  boolean enabled();

  /** The uploads that a mandat must allow as long as they last. */
  List<Upload> uploads();

  /**
   * How long an upload without a known mandat goes on: one that was given a moment ago may still be
   * on its way. An upload whose mandat was known is cut at once when that ends.
   */
  @WithDefault("10S")
  Duration grace();

  /** How often running uploads are looked at, for mandats that end by their date. */
  @WithDefault("0.5S")
  Duration every();

  /** How often the broker is asked whether anything is missing. */
  @WithDefault("1S")
  Duration probe();

  /** One kind of upload. */
  interface Upload {
    /** A path with {@code {finess}} in it. */
    String path();

    /** What the mandat must allow, for example {@code quarterly-data:write}. */
    String scope();
  }
}
