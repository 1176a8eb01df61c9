import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Takes the signature files out of the jars of a folder. The start-up cache leaves classes of signed jars out, and checking
 * their signatures at every start costs more than everything else. The jars were checked by Maven when it fetched them.
 */
final class Unsigned {
  public static void main(String[] arguments) throws IOException {
    try (var jars = Files.newDirectoryStream(Path.of(arguments[0]), "*.jar")) {
      for (Path jar : jars) {
        strip(jar);
      }
    }
  }

  private static void strip(Path jar) throws IOException {
    Path copy = jar.resolveSibling(jar.getFileName() + ".part");
    try (ZipFile in = new ZipFile(jar.toFile())) {
      if (in.stream().noneMatch(Unsigned::isSignature)) {
        return;
      }
      try (OutputStream file = Files.newOutputStream(copy);
          ZipOutputStream out = new ZipOutputStream(file)) {
        for (ZipEntry entry : in.stream().filter(each -> !isSignature(each)).toList()) {
          ZipEntry same = new ZipEntry(entry.getName());
          same.setTimeLocal(java.time.LocalDateTime.of(2026, 11, 1, 0, 0));
          out.putNextEntry(same);
          if (entry.getName().equals("META-INF/MANIFEST.MF")) {
            out.write(withoutDigests(in.getInputStream(entry).readAllBytes()));
          } else {
            in.getInputStream(entry).transferTo(out);
          }
        }
      }
    }
    Files.move(copy, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /** The main attributes alone; the others hold digests of the entries. */
  private static byte[] withoutDigests(byte[] manifest) {
    String text = new String(manifest, java.nio.charset.StandardCharsets.UTF_8).replace("\r\n", "\n");
    int end = text.indexOf("\n\n");
    return (end < 0 ? text : text.substring(0, end + 2)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static boolean isSignature(ZipEntry entry) {
    String name = entry.getName();
    return name.startsWith("META-INF/") && (name.endsWith(".SF") || name.endsWith(".RSA") || name.endsWith(".DSA") || name.endsWith(".EC"));
  }
}
