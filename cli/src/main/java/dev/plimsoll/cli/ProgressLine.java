package dev.plimsoll.cli;

import dev.plimsoll.engine.Progress;

/** Shows on standard error what is being worked on, once the work has taken more than a second. */
final class ProgressLine implements Progress, AutoCloseable {
  private static final long PATIENCE = 1_000_000_000L;
  private static final int WIDTH = 72;

  private final Terminal terminal;
  private final long start = System.nanoTime();
  private long last = start;
  private boolean shown;

  ProgressLine(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void step(String what, int number, int of) {
    long now = System.nanoTime();
    if (now - start < PATIENCE || (!terminal.errIsTerminal() && now - last < PATIENCE)) {
      return;
    }
    last = now;
    String line = "reading %d of %d: %s".formatted(number, of, what);
    line = line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
    if (terminal.errIsTerminal()) {
      terminal.errWriter().print("\r\u001b[K" + line);
      terminal.errWriter().flush();
      shown = true;
    } else {
      terminal.errWriter().println(line);
    }
  }

  @Override
  public void close() {
    if (shown) {
      terminal.errWriter().print("\r\u001b[K");
      terminal.errWriter().flush();
    }
  }
}
