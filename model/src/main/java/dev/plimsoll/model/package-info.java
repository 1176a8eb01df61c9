/**
 * The words of the project, as records: product, dossier, artefact, observation, claim, finding,
 * verdict, assessment. They hold data, check it, and decide nothing.
 */
@NullMarked
package dev.plimsoll.model;

import org.jspecify.annotations.NullMarked;
