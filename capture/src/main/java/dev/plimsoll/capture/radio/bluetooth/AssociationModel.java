package dev.plimsoll.capture.radio.bluetooth;

/** How two devices that pair make sure of each other. */
enum AssociationModel {
  JUST_WORKS("JustWorks"),
  PASSKEY("Passkey"),
  NUMERIC_COMPARISON("NumericComparison"),
  OUT_OF_BAND("OOB"),
  PIN("PIN");

  /** A screen and a yes-or-no button. */
  static final int DISPLAY_YES_NO = 1;

  static final int KEYBOARD_ONLY = 2;
  static final int NO_INPUT_NO_OUTPUT = 3;

  /** Screen and keyboard; LE alone has it. */
  static final int KEYBOARD_DISPLAY = 4;

  private final String id;

  AssociationModel(String id) {
    this.id = id;
  }

  /** The stable name. */
  String id() {
    return id;
  }

  /** Whether it shows that nobody stands in the middle. */
  boolean authenticates() {
    return this == PASSKEY || this == NUMERIC_COMPARISON || this == OUT_OF_BAND;
  }

  /**
   * The model that two LE devices come to (Core Specification, Vol 3 Part H, 2.3.5.1, tables 2.6 to
   * 2.8).
   *
   * @param secure whether both support Secure Connections
   */
  static AssociationModel ofLe(boolean secure, Features initiator, Features responder) {
    boolean outOfBand =
        secure ? (initiator.oob() || responder.oob()) : (initiator.oob() && responder.oob());
    if (outOfBand) {
      return OUT_OF_BAND;
    }
    return ofCapabilities(initiator, responder, secure);
  }

  /**
   * The model that two BR/EDR devices come to in Secure Simple Pairing (Core Specification, Vol 3
   * Part C, 5.2.2.6, table 5.7).
   */
  static AssociationModel ofBredr(Features initiator, Features responder) {
    return initiator.oob() || responder.oob()
        ? OUT_OF_BAND
        : ofCapabilities(initiator, responder, true);
  }

  private static AssociationModel ofCapabilities(Features one, Features other, boolean compares) {
    boolean wanted = one.mitm() || other.mitm();
    if (!wanted || one.io() == NO_INPUT_NO_OUTPUT || other.io() == NO_INPUT_NO_OUTPUT) {
      return JUST_WORKS;
    }
    if (compares && canConfirm(one) && canConfirm(other)) {
      return NUMERIC_COMPARISON;
    }
    return hasKeyboard(one) || hasKeyboard(other) ? PASSKEY : JUST_WORKS;
  }

  private static boolean canConfirm(Features features) {
    return features.io() == DISPLAY_YES_NO || features.io() == KEYBOARD_DISPLAY;
  }

  private static boolean hasKeyboard(Features features) {
    return features.io() == KEYBOARD_ONLY || features.io() == KEYBOARD_DISPLAY;
  }

  /**
   * What one side says of itself before it pairs.
   *
   * @param io input and output capability: 0 display, 1 display and yes-or-no, 2 keyboard, 3
   *     neither, 4 keyboard and display
   * @param oob whether it has data of the other side by another way
   * @param mitm whether it asks for protection against somebody in the middle
   * @param secure whether it supports LE Secure Connections
   * @param keySize largest key in bytes; 0 where it does not say
   */
  record Features(int io, boolean oob, boolean mitm, boolean secure, int keySize) {}
}
