package dev.plimsoll.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says. A claim is never an observation.
 *
 * @param requirement the requirement that it speaks of, such as MSS-2.2
 * @param says the claim in its own words
 * @param by who says it: vendor, tester or a name
 * @param date when it was said
 * @param source where it stands
 */
public record Claim(
    String requirement,
    String says,
    @Nullable String by,
    @Nullable LocalDate date,
    @Nullable String source) {}
