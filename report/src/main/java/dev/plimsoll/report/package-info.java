/**
 * Writers: an assessment, or what readers saw, as text, JSON, HTML or CSV. They decide nothing.
 *
 * <p>Whatever comes from evidence is hostile: each writer makes control characters and those that
 * turn the direction of text visible, and escapes by the rules of its format.
 */
@NullMarked
package dev.plimsoll.report;

import org.jspecify.annotations.NullMarked;
