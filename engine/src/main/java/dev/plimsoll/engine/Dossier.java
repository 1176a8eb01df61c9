package dev.plimsoll.engine;

import dev.plimsoll.model.Claim;
import dev.plimsoll.model.Exhibit;
import dev.plimsoll.model.Product;
import java.nio.file.Path;
import java.util.List;

/**
 * A dossier as its {@code product.yaml} describes it.
 *
 * @param folder where its files lie
 * @param exhibits the files that its evidence list names, in order; then those that lie in the
 *     folder unnamed, by path
 */
public record Dossier(Path folder, Product product, List<Claim> claims, List<Exhibit> exhibits) {
  /** The file that makes a folder a dossier. */
  public static final String PRODUCT_FILE = "product.yaml";

  public Dossier {
    claims = List.copyOf(claims);
    exhibits = List.copyOf(exhibits);
  }
}
