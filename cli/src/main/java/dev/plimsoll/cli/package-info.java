/** The command line: calls, help, exit codes, progress. It decides nothing about a product. */
@NullMarked
package dev.plimsoll.cli;

import org.jspecify.annotations.NullMarked;
