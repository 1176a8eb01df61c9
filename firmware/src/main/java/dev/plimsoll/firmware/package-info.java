/** Readers of update packages, images and unpacked root file systems. */
@NullMarked
package dev.plimsoll.firmware;

import org.jspecify.annotations.NullMarked;
