package org.metricflows.app.internal.cli;

import java.util.ArrayList;
import java.util.List;
import org.metricflows.symbolic.Suggestion;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence what is wrong with a command line. */
final class UsageErrors {
  private UsageErrors() {}

  static String sentence(ParameterException e) {
    CommandLine command = e.getCommandLine();
    String sentence =
        e instanceof UnmatchedArgumentException unmatched
            ? unmatched(unmatched, command)
            : decapitalised(e.getMessage().lines().findFirst().orElse("cannot be understood"));
    return command.getParent() == null ? sentence : command.getCommandName() + ": " + sentence;
  }

  private static String unmatched(UnmatchedArgumentException e, CommandLine command) {
    String word = e.getUnmatched().get(0);
    if (word.startsWith("-") && word.length() > 1) {
      String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      return "unknown option '" + name + "'; " + Suggestion.ending(name, options(command));
    }
    if (command.getParent() == null) {
      List<String> commands = List.copyOf(command.getSubcommands().keySet());
      return "unknown command '" + word + "'; " + Suggestion.ending(word, commands);
    }
    return "'"
        + word
        + "' is one argument too many; see 'metricflows "
        + command.getCommandName()
        + " --help'";
  }

  private static List<String> options(CommandLine command) {
    List<String> names = new ArrayList<>();
    command.getCommandSpec().options().forEach(option -> names.add(option.longestName()));
    return names;
  }

  private static String decapitalised(String text) {
    return Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
