package dev.plimsoll.credentials.labels;

/**
 * A tie that a test found.
 *
 * @param family name of the tie
 * @param sentence what was found, without a full stop
 * @param bitsLeft entropy in bits that stays for somebody who knows the tie
 */
record Found(String family, String sentence, double bitsLeft) {}
