/** How versions of each ecosystem compare. */
@NullMarked
package dev.plimsoll.components.versions;

import org.jspecify.annotations.NullMarked;
