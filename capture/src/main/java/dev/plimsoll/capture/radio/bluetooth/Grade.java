package dev.plimsoll.capture.radio.bluetooth;

/** What a pairing is worth, weakest first of those that were completed. */
enum Grade {
  /** It pairs, and is none of the better ones. */
  WEAK,
  /** Too little of it was seen. */
  INCONCLUSIVE,
  /** Authenticated and of full key size, on P-192 or by legacy LE with data out of band. */
  ACCEPTABLE,
  /** Authenticated, on P-256, with a key of 16 bytes. */
  STRONG,
  /** Neither a pairing nor the use of a stored key. */
  NO_PAIRING_SEEN
}
