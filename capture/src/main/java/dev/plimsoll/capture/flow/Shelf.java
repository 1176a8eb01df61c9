package dev.plimsoll.capture.flow;

import org.jspecify.annotations.Nullable;

/**
 * The beginnings of all undecided flows, in the order in which they last grew. It knows how much
 * memory they take together, so that under pressure the one that waited longest is decided with
 * what it has.
 */
final class Shelf {
  private @Nullable Beginning oldest;
  private @Nullable Beginning newest;
  private long size;

  long size() {
    return size;
  }

  @Nullable Beginning oldest() {
    return oldest;
  }

  /** Puts a beginning that has grown behind all others. */
  void touch(Beginning one) {
    if (newest != one) {
      unlink(one);
      one.before = newest;
      if (newest == null) {
        oldest = one;
      } else {
        newest.after = one;
      }
      newest = one;
    }
    int now = one.size();
    size += now - one.shelved;
    one.shelved = now;
  }

  void remove(Beginning one) {
    unlink(one);
    size -= one.shelved;
    one.shelved = 0;
  }

  private void unlink(Beginning one) {
    Beginning before = one.before;
    Beginning after = one.after;
    if (before != null) {
      before.after = after;
    } else if (oldest == one) {
      oldest = after;
    }
    if (after != null) {
      after.before = before;
    } else if (newest == one) {
      newest = before;
    }
    one.before = null;
    one.after = null;
  }
}
