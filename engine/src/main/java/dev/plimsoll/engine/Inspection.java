package dev.plimsoll.engine;

import dev.plimsoll.model.Artefact;
import dev.plimsoll.model.Reading;

/**
 * One artefact read, without a verdict.
 *
 * @param file its name as given
 * @param artefact what it is
 * @param reading what stands in it
 */
public record Inspection(String file, Artefact artefact, Reading reading) {}
