/** Advisories in the Common Security Advisory Framework, and the tests that they must hold. */
@NullMarked
package dev.plimsoll.components.csaf;

import org.jspecify.annotations.NullMarked;
