package dev.plimsoll.documents.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds dates in words: {@code 31 December 2027}, {@code December 31st, 2027}, {@code 2027-12-31},
 * {@code 31.12.2027}, {@code December 2027}, with month names in eight languages, and the Chinese
 * and Japanese form. A date of digits whose day and month could change places, such as 03/04/2027,
 * is left out.
 */
public final class Dates {
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2100;
  private static final Map<String, Integer> MONTHS = months();

  private Dates() {}

  /**
   * A date that was found.
   *
   * @param first first day that it can mean
   * @param last last day that it can mean: the same, or the end of the month where no day is named
   * @param start where it begins among the words
   * @param end behind its last word
   */
  public record Found(LocalDate first, LocalDate last, int start, int end) {}

  /** All dates in a text, in order. {@link Found} counts in words of {@link Words#of}. */
  public static List<Found> in(String text) {
    return in(Words.of(text));
  }

  /** All dates in the words of a text, in order. */
  public static List<Found> in(List<String> words) {
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      Found date = at(words, i);
      if (date == null) {
        i++;
      } else {
        found.add(date);
        i = date.end();
      }
    }
    return found;
  }

  private static @Nullable Found at(List<String> words, int i) {
    Found date = digits(words, i);
    date = date != null ? date : eastern(words, i);
    date = date != null ? date : dayFirst(words, i);
    return date != null ? date : monthFirst(words, i);
  }

  private static @Nullable Found digits(List<String> words, int i) {
    int a = number(words, i);
    int b = number(words, i + 1);
    int c = number(words, i + 2);
    if (a < 0 || b < 0 || c < 0) {
      return null;
    }
    if (isYear(a)) {
      return day(a, b, c, i, i + 3);
    }
    if (!isYear(c)) {
      return null;
    }
    if (a > 12) {
      return day(c, b, a, i, i + 3);
    }
    if (b > 12) {
      return day(c, a, b, i, i + 3);
    }
    return a == b ? day(c, a, b, i, i + 3) : null;
  }

  /** Day and month that cannot be mistaken, because German dates are written with full stops. */
  public static @Nullable LocalDate withStops(String text) {
    for (int i = 0; i + 8 <= text.length(); i++) {
      int d = i;
      int day = 0;
      while (d < text.length() && d - i < 2 && isDigit(text.charAt(d))) {
        day = day * 10 + text.charAt(d++) - '0';
      }
      if (d == i || d >= text.length() || text.charAt(d) != '.') {
        continue;
      }
      int m = d + 1;
      while (m < text.length() && text.charAt(m) == ' ') {
        m++;
      }
      int start = m;
      int month = 0;
      while (m < text.length() && m - start < 2 && isDigit(text.charAt(m))) {
        month = month * 10 + text.charAt(m++) - '0';
      }
      if (m == start || m + 5 > text.length() || text.charAt(m) != '.') {
        continue;
      }
      int year = number(text.substring(m + 1, m + 5));
      Found found = isYear(year) ? day(year, month, day, 0, 0) : null;
      if (found != null) {
        return found.first();
      }
    }
    return null;
  }

  private static @Nullable Found eastern(List<String> words, int i) {
    // Words cuts between ideographs: 2027 年 12 月 31 日.
    if (!isYear(number(words, i)) || !is(words, i + 1, "年") || !is(words, i + 3, "月")) {
      return null;
    }
    boolean day = is(words, i + 5, "日");
    return day
        ? day(number(words, i), number(words, i + 2), number(words, i + 4), i, i + 6)
        : month(number(words, i), number(words, i + 2), i, i + 4);
  }

  private static @Nullable Found dayFirst(List<String> words, int i) {
    int day = ordinal(words, i);
    if (day < 1 || day > 31) {
      return null;
    }
    int at = i + 1;
    if (is(words, at, "of") || is(words, at, "de") || is(words, at, "day")) {
      at++;
      at += is(words, at, "of") ? 1 : 0;
    }
    int month = month(words, at);
    if (month == 0) {
      return null;
    }
    at++;
    at += is(words, at, "of") || is(words, at, "de") || is(words, at, "del") ? 1 : 0;
    int year = number(words, at);
    return isYear(year) ? day(year, month, day, i, at + 1) : null;
  }

  private static @Nullable Found monthFirst(List<String> words, int i) {
    int month = month(words, i);
    if (month == 0) {
      return null;
    }
    int next = number(words, i + 1);
    if (isYear(next)) {
      return month(next, month, i, i + 2);
    }
    int at = i + 1 + (is(words, i + 1, "the") ? 1 : 0);
    int day = ordinal(words, at);
    int year = number(words, at + 1);
    if (day >= 1 && day <= 31 && isYear(year)) {
      return day(year, month, day, i, at + 2);
    }
    return is(words, i + 1, "of") && isYear(number(words, i + 2))
        ? month(number(words, i + 2), month, i, i + 3)
        : null;
  }

  private static @Nullable Found day(int year, int month, int day, int start, int end) {
    try {
      LocalDate date = LocalDate.of(year, month, day);
      return new Found(date, date, start, end);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable Found month(int year, int month, int start, int end) {
    if (month < 1 || month > 12) {
      return null;
    }
    YearMonth found = YearMonth.of(year, month);
    return new Found(found.atDay(1), found.atEndOfMonth(), start, end);
  }

  private static int month(List<String> words, int i) {
    return i < words.size() ? MONTHS.getOrDefault(words.get(i), 0) : 0;
  }

  private static boolean is(List<String> words, int i, String word) {
    return i < words.size() && words.get(i).equals(word);
  }

  private static boolean isYear(int number) {
    return number >= FIRST_YEAR && number <= LAST_YEAR;
  }

  private static int ordinal(List<String> words, int i) {
    if (i >= words.size()) {
      return -1;
    }
    String word = words.get(i);
    int n = word.length();
    boolean suffix =
        word.endsWith("st")
            || word.endsWith("nd")
            || word.endsWith("rd")
            || word.endsWith("th")
            || word.endsWith("er");
    return number(suffix && n > 2 ? word.substring(0, n - 2) : word);
  }

  private static int number(List<String> words, int i) {
    return i < words.size() ? number(words.get(i)) : -1;
  }

  private static int number(String word) {
    if (word.isEmpty() || word.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < word.length(); i++) {
      if (!isDigit(word.charAt(i))) {
        return -1;
      }
      value = value * 10 + word.charAt(i) - '0';
    }
    return value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> all = new HashMap<>();
    for (String language :
        List.of(
            "january february march april may june july august september october november december",
            "jan feb mar apr may jun jul aug sep oct nov dec",
            "januar februar märz april mai juni juli august september oktober november dezember",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
            "januari februari maart april mei juni juli augustus september oktober november december",
            "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
            "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia")) {
      String[] names = language.split(" ");
      for (int i = 0; i < names.length; i++) {
        all.putIfAbsent(names[i], i + 1);
      }
    }
    all.put("sept", 9);
    all.put("jänner", 1);
    all.put("augusti", 8);
    return all;
  }
}
