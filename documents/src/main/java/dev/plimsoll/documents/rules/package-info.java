/**
 * Rules over the words of a sentence: classes of words, patterns with gaps, and the books that hold
 * them.
 */
@NullMarked
package dev.plimsoll.documents.rules;

import org.jspecify.annotations.NullMarked;
