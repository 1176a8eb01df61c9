package dev.plimsoll.capture.radio.bluetooth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.capture.radio.bluetooth.AssociationModel.Features;
import org.junit.jupiter.api.Test;

class AssociationModelTest {
  /**
   * Table 2.8 of the Core Specification, Vol 3 Part H, typed in: a row for each capability of the
   * responder, a column for each of the initiator, from display only to keyboard and display. J
   * Just Works, P passkey, N numeric comparison.
   */
  private static final String[] LEGACY = {"JJPJP", "JJPJP", "PPPJP", "JJJJJ", "PPPJP"};

  private static final String[] SECURE = {"JJPJP", "JNPJN", "PPPJP", "JJJJJ", "PNPJN"};

  private static char letter(boolean secure, int initiator, int responder, boolean mitm) {
    Features one = new Features(initiator, false, mitm, secure, 16);
    Features other = new Features(responder, false, false, secure, 16);
    return switch (AssociationModel.ofLe(secure, one, other)) {
      case JUST_WORKS -> 'J';
      case PASSKEY -> 'P';
      case NUMERIC_COMPARISON -> 'N';
      default -> '?';
    };
  }

  @Test
  void followsTheTableOfTheSpecification() {
    for (int responder = 0; responder < 5; responder++) {
      for (int initiator = 0; initiator < 5; initiator++) {
        assertThat(letter(false, initiator, responder, true))
            .isEqualTo(LEGACY[responder].charAt(initiator));
        assertThat(letter(true, initiator, responder, true))
            .isEqualTo(SECURE[responder].charAt(initiator));
      }
    }
  }

  @Test
  void withoutTheWishForProtectionThereIsNone() {
    assertThat(letter(true, 4, 4, false)).isEqualTo('J');
    assertThat(letter(false, 2, 0, false)).isEqualTo('J');
  }

  @Test
  void legacyNeedsDataOutOfBandOnBothSidesAndSecureConnectionsOnOne() {
    Features with = new Features(3, true, false, true, 16);
    Features without = new Features(3, false, false, true, 16);
    assertThat(AssociationModel.ofLe(false, with, without)).isEqualTo(AssociationModel.JUST_WORKS);
    assertThat(AssociationModel.ofLe(false, with, with)).isEqualTo(AssociationModel.OUT_OF_BAND);
    assertThat(AssociationModel.ofLe(true, without, with)).isEqualTo(AssociationModel.OUT_OF_BAND);
  }
}
