package dev.plimsoll.capture.file;

import dev.plimsoll.model.Problem;
import java.util.List;

/**
 * How a walk over a capture ended.
 *
 * @param frames how many frames were read
 * @param links the link types that occur, by number, ascending
 * @param problems what could not be read
 */
public record Walked(long frames, List<Integer> links, List<Problem> problems) {
  public Walked {
    links = List.copyOf(links);
    problems = List.copyOf(problems);
  }
}
