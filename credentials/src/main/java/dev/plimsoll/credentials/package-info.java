/** What the readers of credentials share: the lists of what everybody tries first. */
@NullMarked
package dev.plimsoll.credentials;

import org.jspecify.annotations.NullMarked;
