/**
 * Readers of network and radio captures: files, links, flows, names, and what the bytes of a flow
 * say.
 */
@NullMarked
package dev.plimsoll.capture;

import org.jspecify.annotations.NullMarked;
