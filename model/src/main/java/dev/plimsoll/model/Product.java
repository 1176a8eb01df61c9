package dev.plimsoll.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is assessed: never just a brand.
 *
 * @param gtin barcode numbers as written
 * @param category product category, {@code general} where none is given
 * @param audience {@code general} or {@code children}
 * @param markets ISO 3166-1 alpha-2 country codes
 * @param firmware version assessed
 * @param onSale first day of sale
 * @param lastSold last day of sale
 * @param supportUntil last day of security updates, as declared
 * @param macs hardware addresses of the device: lower case, colons
 * @param addresses IP addresses of the device
 * @param facts what the dossier says of the product, by fact name; a name left out is unknown
 */
public record Product(
    String name,
    @Nullable String vendor,
    @Nullable String model,
    @Nullable String hardware,
    List<String> gtin,
    String category,
    String audience,
    List<String> markets,
    @Nullable String firmware,
    @Nullable String app,
    @Nullable LocalDate onSale,
    @Nullable LocalDate lastSold,
    @Nullable LocalDate supportUntil,
    List<String> macs,
    List<String> addresses,
    Map<String, DeclaredFact> facts) {

  public Product {
    gtin = List.copyOf(gtin);
    markets = List.copyOf(markets);
    macs = List.copyOf(macs);
    addresses = List.copyOf(addresses);
    facts = Map.copyOf(facts);
  }

  /**
   * A fact as the dossier states it.
   *
   * @param value true or false
   * @param evidence the artefact that shows it; null where nothing is named
   */
  public record DeclaredFact(boolean value, @Nullable String evidence) {}

  /** A product of which only the name is known. */
  public static Product named(String name) {
    return new Product(
        name, null, null, null, List.of(), "general", "general", List.of(), null, null, null, null,
        null, List.of(), List.of(), Map.of());
  }
}
