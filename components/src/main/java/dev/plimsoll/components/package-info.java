/** Readers of component lists, and what tells one component and version from another. */
@NullMarked
package dev.plimsoll.components;

import org.jspecify.annotations.NullMarked;
