/**
 * Bounded reading of hostile files: sources, budgets, digests, and what a reader of a format is.
 */
@NullMarked
package dev.plimsoll.bytes;

import org.jspecify.annotations.NullMarked;
