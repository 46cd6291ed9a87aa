package fr.cadran.operator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** A command that was run, with what it printed. */
public record Run(int exitCode, String out, String err) {

  /** Runs a command. */
  public static Run of(Object command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        new CommandLine(command)
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .setExecutionExceptionHandler((failure, line, parsed) -> {
              line.getErr().println(failure.getMessage());
              return Cadran.NOT_CHECKED;
            })
            .execute(arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }

  /** What it printed, which is one JSON object. */
  public JsonNode json() throws Exception {
    return new ObjectMapper().readTree(out);
  }
}
