/** The facts that readers take from artefacts, one record for each kind of fact. */
@NullMarked
package dev.plimsoll.model.observation;

import org.jspecify.annotations.NullMarked;
