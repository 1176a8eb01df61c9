/**
 * Text of documents: decoding, passages, sentences, words and dates, from HTML, Markdown and plain
 * text.
 */
@NullMarked
package dev.plimsoll.documents.text;

import org.jspecify.annotations.NullMarked;
