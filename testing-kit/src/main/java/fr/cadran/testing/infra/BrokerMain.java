package fr.cadran.testing.infra;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Entry point of the broker's own JVM: formats the storage when asked to, then runs Kafka until the
 * parent closes the pipe, so that no broker outlives its test JVM. Needs the broker's jars and the
 * JDK only; the class is copied out of the testing kit, whose libraries must not meet the broker's.
 *
 * <p>Arguments: the properties file, the cluster id, and {@code format} on the first start.
 */
final class BrokerMain {

  private BrokerMain() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    String properties = args[0];
    Thread.ofPlatform().daemon().name("parent-watch").start(() -> endWithParent(properties));
    if (List.of(args).contains("format")) {
      Object result =
          Class.forName("kafka.tools.StorageTool")
              .getMethod("execute", String[].class, PrintStream.class)
              .invoke(null, new String[] {"format", "-t", args[1], "-c", properties}, System.out);
      if (!Integer.valueOf(0).equals(result)) {
        throw new IllegalStateException("the broker's storage could not be formatted: " + result);
      }
    }
    Class.forName("kafka.Kafka")
        .getMethod("main", String[].class)
        .invoke(null, (Object) new String[] {properties});
  }

  private static void endWithParent(String properties) {
    try {
      while (System.in.read() >= 0) {
        // The parent never writes: only the end of the stream matters.
      }
    } catch (IOException e) {
      System.err.println("the pipe to the test JVM broke: " + e);
    }
    // A living parent kills this JVM and deletes the folder itself; here nobody else will.
    try (Stream<Path> content = Files.walk(Path.of(properties).getParent())) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException e) {
      System.err.println("the folder of the broker stays behind: " + e);
    }
    Runtime.getRuntime().halt(0);
  }
}
