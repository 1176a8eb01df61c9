/**
 * Factory passwords on the labels of several units: what ties them to each other or to what is
 * public.
 */
@NullMarked
package dev.plimsoll.credentials.labels;

import org.jspecify.annotations.NullMarked;
