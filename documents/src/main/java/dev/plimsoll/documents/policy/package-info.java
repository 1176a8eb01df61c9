/** Privacy policies: what they say, in which words, and what changed between two of them. */
@NullMarked
package dev.plimsoll.documents.policy;

import org.jspecify.annotations.NullMarked;
