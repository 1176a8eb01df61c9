package dev.plimsoll.credentials.labels;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.bytes.Reader;
import dev.plimsoll.bytes.Request;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.model.Kind;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what is printed on the labels of several units: a table with the columns serial, mac, ssid
 * and password, of which only the password must be there. Other columns are left aside.
 */
public final class UnitsReader implements Reader {
  private static final int MAX_BYTES = 16 << 20;

  @Override
  public Kind kind() {
    return Kind.UNITS;
  }

  @Override
  public boolean recognises(Source source) {
    return LabelTable.looksLikeOne(source.head());
  }

  @Override
  public Reading read(Source source, Request request) {
    List<Problem> problems = new ArrayList<>();
    try {
      byte[] bytes = source.bytes(MAX_BYTES);
      request.budget().spend(bytes.length);
      List<Unit> units = LabelTable.read(source.name(), bytes, problems);
      if (units.isEmpty()) {
        if (problems.isEmpty()) {
          problems.add(
              new Problem(
                  Place.whole(source.name()),
                  "the table names no password",
                  "give one line for each unit, with what its label shows"));
        }
        return new Reading(List.of(), problems, null);
      }
      Place place =
          new Place(
              source.name(),
              null,
              Place.Unit.LINE,
              units.getFirst().line(),
              units.getLast().line());
      return new Reading(List.of(LotAnalysis.of(place, units)), problems, null);
    } catch (IOException | Budget.Exhausted e) {
      problems.add(
          new Problem(
              Place.whole(source.name()),
              "the table cannot be read: " + e.getMessage(),
              "save it as CSV with one line for each unit"));
      return new Reading(List.of(), problems, null);
    }
  }
}
