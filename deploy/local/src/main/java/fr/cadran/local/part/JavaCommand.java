package fr.cadran.local.part;

import fr.cadran.local.installation.Installation;
import fr.cadran.local.installation.PartName;
import fr.cadran.local.process.Orphans;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a Java part: a small heap, a quick start, and the mark of its installation.
 */
final class JavaCommand {
  private JavaCommand() {}

  /** The program to run parts with: the JDK the launcher itself runs on. */
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  static List<String> of(Installation installation, PartName name, String heap) {
    List<String> command = new ArrayList<>();
    command.add(java().toString());
    command.add("-Xmx" + heap);
    // It grows as it is needed: by default it would be all there from the start on a large machine.
    command.add("-Xms32m");
    // One machine, a handful of users: less memory and a quicker start are worth more than peak
    // throughput, which a deployment gets from its own settings.
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    // What the C library keeps of memory that was given back: 20 to 35 MB of a service at rest.
    command.add("-XX:TrimNativeHeapInterval=10000");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Dcadran.part=" + name.label());
    command.add(Orphans.mark(installation));
    return command;
  }
}
