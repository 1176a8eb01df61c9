/**
 * The ways in which systems keep passwords: written out, so that a candidate can be tried against a
 * stored hash.
 */
@NullMarked
package dev.plimsoll.credentials.crypt;

import org.jspecify.annotations.NullMarked;
