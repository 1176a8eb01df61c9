/**
 * Update packages: which bytes run, which of them a signature covers, under which key, how
 * strongly.
 *
 * <p>A {@link dev.plimsoll.firmware.update.PackageFormat} knows one format and hands the bytes it
 * finds signed to {@link dev.plimsoll.firmware.update.TrustAnchors}; what follows for the package
 * is said in one place, {@link dev.plimsoll.firmware.update.Appraisal}.
 */
@NullMarked
package dev.plimsoll.firmware.update;

import org.jspecify.annotations.NullMarked;
