/**
 * From a dossier to an assessment: finds the files, lets the readers read and the checks look, and
 * applies the rules.
 */
@NullMarked
package dev.plimsoll.engine;

import org.jspecify.annotations.NullMarked;
