package dev.plimsoll.cli;

import dev.plimsoll.bytes.Unusable;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/** The command {@code plimsoll}. */
@Command(
    name = "plimsoll",
    version = "plimsoll 0.1.0",
    mixinStandardHelpOptions = true,
    description =
        "Takes the evidence that a connected product leaves to verdicts on five minimum security standards.",
    synopsisSubcommandLabel = "VERB",
    subcommands = {
      AssessCommand.class,
      InspectCommand.class,
      ExplainCommand.class,
      NewCommand.class,
      CompletionCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:meets the standards, or done",
      "1:does not meet the standards",
      "2:the call or the input is unusable",
      "3:cannot be confirmed"
    },
    footer = {
      "",
      "Begin with:  plimsoll assess examples/harbour-lamp",
      "Ask why:     plimsoll explain MSS-1.1"
    })
public final class Plimsoll {
  /** The call or the input is unusable. */
  static final int UNUSABLE = 2;

  private Plimsoll() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.out),
            false,
            StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(
            new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
    int code = run(Terminal.ofProcess(out, err), arguments);
    out.flush();
    System.exit(code);
  }

  /** Runs the command on this terminal. */
  static int run(Terminal terminal, String... arguments) {
    CommandLine line =
        new CommandLine(new Plimsoll(), new CommandFactory(terminal))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(terminal.outWriter())
            .setErr(terminal.errWriter())
            .setUsageHelpAutoWidth(false)
            .setColorScheme(
                CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF))
            .setParameterExceptionHandler((e, _) -> unusable(terminal, call(e)))
            .setExecutionExceptionHandler((e, _, _) -> unusable(terminal, words(e)));
    int code = arguments.length == 0 ? line.execute("--help") : line.execute(arguments);
    terminal.outWriter().flush();
    return code;
  }

  private static int unusable(Terminal terminal, String message) {
    terminal.errWriter().println("plimsoll: " + message);
    terminal.errWriter().flush();
    return UNUSABLE;
  }

  private static String call(ParameterException e) {
    String message =
        String.valueOf(e.getMessage()).lines().findFirst().orElse("the call is not understood");
    return message + "; see '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'";
  }

  private static String words(Throwable e) {
    if (e instanceof Unusable) {
      return String.valueOf(e.getMessage());
    }
    if (e instanceof java.nio.file.NoSuchFileException missing) {
      return missing.getFile() + ": is not there; check the path";
    }
    if (e instanceof java.io.IOException) {
      return "cannot read or write (" + e.getMessage() + "); check the path and its rights";
    }
    return "an unexpected fault (" + e + "); report it with the call that you made";
  }
}
