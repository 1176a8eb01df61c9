package dev.plimsoll.capture.radio;

import dev.plimsoll.capture.file.Frame;
import dev.plimsoll.capture.file.FrameSink;
import dev.plimsoll.capture.file.LinkType;
import dev.plimsoll.capture.radio.bluetooth.BluetoothTrace;
import dev.plimsoll.capture.radio.wifi.WifiNetworks;
import dev.plimsoll.capture.radio.wpan.PersonalAreaNetworks;
import dev.plimsoll.model.Problem;
import dev.plimsoll.model.observation.RadioLink;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes in those frames of a capture that were heard from the air, and tells what protects each
 * radio link. What lies inside unprotected frames is not its matter.
 */
public final class RadioDecoder implements FrameSink {
  private final WifiNetworks wifi = new WifiNetworks();
  private final PersonalAreaNetworks wpan = new PersonalAreaNetworks();
  private final BluetoothTrace bluetooth = new BluetoothTrace();

  /** Nothing seen yet. */
  public RadioDecoder() {}

  /** Whether frames of this link type are for the decoder. */
  public static boolean isRadio(int link) {
    return WifiNetworks.isWifi(link)
        || PersonalAreaNetworks.isWpan(link)
        || BluetoothTrace.isBluetooth(link)
        || link == LinkType.PPI;
  }

  @Override
  public void frame(Frame frame) {
    if (PersonalAreaNetworks.isWpan(frame.link)) {
      wpan.frame(frame);
    } else if (BluetoothTrace.isBluetooth(frame.link) || BluetoothTrace.isPpi(frame)) {
      bluetooth.frame(frame);
    } else {
      wifi.frame(frame);
    }
  }

  /** What protects each link. */
  public List<RadioLink> links(String file) {
    List<RadioLink> links = new ArrayList<>(wifi.links(file));
    links.addAll(wpan.links(file));
    RadioLink link = bluetooth.link(file);
    if (link != null) {
      links.add(link);
    }
    return links;
  }

  /** What was left out. */
  public List<Problem> problems(String file) {
    return bluetooth.problems(file);
  }
}
