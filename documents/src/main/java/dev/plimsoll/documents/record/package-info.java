/** Records of tests that people carried out by hand. */
@NullMarked
package dev.plimsoll.documents.record;

import org.jspecify.annotations.NullMarked;
