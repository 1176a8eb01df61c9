package dev.plimsoll.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the sentences of a disclosure policy promise, told by their words. */
final class Sentences {
  private static final int LONGEST = 600;
  private static final Set<String> NUMBERS =
      Set.of(
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "twelve",
          "fourteen",
          "fifteen",
          "twenty",
          "thirty",
          "sixty",
          "ninety",
          "next",
          "same",
          "a",
          "an");
  private static final Set<String> UNITS =
      Set.of(
          "hour",
          "hours",
          "hrs",
          "day",
          "days",
          "week",
          "weeks",
          "month",
          "months",
          "workday",
          "workdays");
  private static final List<String> ACKNOWLEDGE =
      List.of(
          "acknowledg",
          "confirm receipt",
          "confirm the receipt",
          "confirmation of receipt",
          "confirm that we",
          "confirmation that we",
          "first response",
          "initial response",
          "initial reply",
          "first reply",
          "respond to",
          "we will respond",
          "we respond",
          "will reply",
          "we reply",
          "get back to you",
          "response time",
          "contact you within",
          "receive a response",
          "receive a reply",
          "receive a confirmation",
          "we aim to respond",
          "time to first response",
          "expect a response",
          "expect a reply");
  private static final List<String> PROGRESS =
      List.of(
          "status update",
          "updates on the status",
          "update on the status",
          "update you",
          "updated on",
          "keep you informed",
          "keep you updated",
          "keep you posted",
          "keep reporters informed",
          "keep the reporter informed",
          "keep researchers informed",
          "keep the researcher informed",
          "informed of progress",
          "informed about the progress",
          "informed of the progress",
          "informed of our progress",
          "progress update",
          "updates on progress",
          "updates on the progress",
          "progress report",
          "regular updates",
          "periodic updates",
          "informed throughout",
          "updates until",
          "updates at least",
          "inform you of the progress",
          "inform you about the progress",
          "kept informed",
          "kept up to date",
          "keep you up to date",
          "notify you of progress");
  private static final List<String> DENIALS =
      List.of(
          " cannot ",
          " can't ",
          " can not ",
          " will not ",
          " won't ",
          " do not ",
          " don't ",
          " unable to ",
          " no guarantee",
          " not guarantee",
          " not able ",
          " not obliged ",
          " does not ",
          " are not ",
          " reserve the right ");
  private static final List<String> OTHER_UPDATES =
      List.of(
          "firmware update",
          "software update",
          "security update",
          "app update",
          "this policy",
          "this page",
          "newsletter");

  private Sentences() {}

  /** The sentences of a passage, without blanks around them. */
  static List<String> of(String passage) {
    List<String> found = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < passage.length(); i++) {
      char c = passage.charAt(i);
      boolean mark = c == '.' || c == '!' || c == '?' || c == ';';
      boolean ends = i + 1 == passage.length() || passage.charAt(i + 1) == ' ';
      if (mark && ends && !isAbbreviation(passage, i)) {
        add(found, passage.substring(from, i + 1));
        from = i + 1;
      }
    }
    add(found, passage.substring(from));
    return found;
  }

  private static void add(List<String> found, String sentence) {
    String bare = sentence.strip();
    if (!bare.isEmpty()) {
      found.add(bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare);
    }
  }

  private static boolean isAbbreviation(String text, int dot) {
    return text.startsWith("e.g", dot - 3 < 0 ? 0 : dot - 3)
        || text.startsWith("i.e", dot - 3 < 0 ? 0 : dot - 3);
  }

  /** Whether it promises the reporter an acknowledgement within a stated time. */
  static boolean promisesAcknowledgement(String sentence) {
    String words = padded(sentence);
    return hasAny(words, ACKNOWLEDGE)
        && hasDuration(words)
        && !hasAny(words, DENIALS)
        && !asksReporter(words);
  }

  /** Whether it promises the reporter word on progress. */
  static boolean promisesUpdates(String sentence) {
    String words = padded(sentence);
    return hasAny(words, PROGRESS)
        && !hasAny(words, DENIALS)
        && !hasAny(words, OTHER_UPDATES)
        && !asksReporter(words);
  }

  /** A sentence that tells the reporter what to do promises nothing. */
  private static boolean asksReporter(String words) {
    return words.contains(" you must ")
        || words.contains(" you should ")
        || words.contains(" please keep us ")
        || words.contains(" you agree ")
        || words.contains(" update us ");
  }

  /** Whether a number of hours, days, weeks or months stands in it. */
  static boolean hasDuration(String sentence) {
    List<String> words = words(sentence);
    for (int i = 0; i < words.size(); i++) {
      if (!isNumber(words.get(i))) {
        continue;
      }
      for (int j = i + 1; j < Math.min(i + 5, words.size()); j++) {
        if (UNITS.contains(words.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isNumber(String word) {
    return NUMBERS.contains(word) || (Character.isDigit(word.charAt(0)) && word.length() < 8);
  }

  private static List<String> words(String sentence) {
    List<String> found = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= sentence.length(); i++) {
      char c = i < sentence.length() ? sentence.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        word.append(Character.toLowerCase(c));
      } else if (!word.isEmpty()) {
        found.add(word.toString());
        word.setLength(0);
      }
    }
    return found;
  }

  static boolean hasAny(String words, List<String> phrases) {
    for (String phrase : phrases) {
      if (words.contains(phrase)) {
        return true;
      }
    }
    return false;
  }

  static String padded(String sentence) {
    return " " + sentence.toLowerCase(Locale.ROOT).replace('\u2019', '\'') + " ";
  }
}
