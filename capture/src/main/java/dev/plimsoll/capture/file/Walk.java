package dev.plimsoll.capture.file;

import dev.plimsoll.bytes.Budget;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The state of a walk over a capture: the frame, how many there were, and what went wrong. */
final class Walk {
  /** Most problems that are told one by one. */
  private static final int MAX_PROBLEMS = 20;

  private static final int FRAMES_PER_CHECK = 4096;
  private static final String COPY_AGAIN =
      "copy the capture again from where it was taken; what stands before is judged";

  private final String file;
  private final Budget budget;
  private final FrameSink sink;
  private final Frame frame = new Frame();
  private final List<Problem> problems = new ArrayList<>();
  private final TreeSet<Integer> links = new TreeSet<>();
  private long count;
  private long untold;

  Walk(String file, Budget budget, FrameSink sink) {
    this.file = file;
    this.budget = budget;
    this.sink = sink;
  }

  /** The frame to fill before {@link #emit}. */
  Frame frame() {
    return frame;
  }

  void emit() {
    frame.number = ++count;
    if (count % FRAMES_PER_CHECK == 0) {
      budget.check();
    }
    sink.frame(frame);
  }

  void link(int type) {
    links.add(type);
  }

  /** The capture ends before its time. */
  void cutShort(Window window, String what) {
    String failure = window.failure();
    problem(
        window.offset(),
        "the capture " + what + (failure == null ? "" : " (" + failure + ")"),
        COPY_AGAIN);
  }

  /** What stands here cannot be, and what follows cannot be found. */
  void lying(long offset, String what) {
    problem(offset, what + ", so that the rest cannot be read", COPY_AGAIN);
  }

  /** What stands here cannot be, but the walk goes on. */
  void odd(long offset, String what) {
    problem(offset, what, "take the capture again if the frames around it matter");
  }

  void problem(long offset, String what, String mend) {
    if (problems.size() < MAX_PROBLEMS) {
      problems.add(new Problem(Place.offset(file, offset), what, mend));
    } else {
      untold++;
    }
  }

  Walked done() {
    List<Problem> all = new ArrayList<>(problems);
    if (untold > 0) {
      all.add(
          new Problem(
              Place.whole(file), untold + " more such problems were found", "mend the first ones"));
    }
    return new Walked(count, List.copyOf(links), all);
  }
}
