/** Strict reading of YAML: no tags, few aliases, every key asked for, every error with its line. */
@NullMarked
package dev.plimsoll.bytes.yaml;

import org.jspecify.annotations.NullMarked;
