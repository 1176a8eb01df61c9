/** Readers of the places where a vendor says how to report a vulnerability, and what follows. */
@NullMarked
package dev.plimsoll.disclosure;

import org.jspecify.annotations.NullMarked;
