package dev.plimsoll.engine;

import dev.plimsoll.bytes.Reader;
import dev.plimsoll.bytes.Source;
import dev.plimsoll.capture.CaptureReader;
import dev.plimsoll.capture.radio.BluetoothReader;
import dev.plimsoll.components.SbomReader;
import dev.plimsoll.components.csaf.CsafReader;
import dev.plimsoll.credentials.accounts.RootfsReader;
import dev.plimsoll.credentials.labels.UnitsReader;
import dev.plimsoll.disclosure.DisclosurePolicyReader;
import dev.plimsoll.disclosure.SecurityTxtReader;
import dev.plimsoll.documents.policy.PolicyReader;
import dev.plimsoll.documents.record.RecordReader;
import dev.plimsoll.documents.statement.StatementReader;
import dev.plimsoll.firmware.update.UpdateReader;
import dev.plimsoll.model.Kind;
import java.util.List;
import java.util.Optional;

/** All readers, in the order in which they are asked whether they recognise a file. */
public final class Readers {
  private final List<Reader> readers;

  /** These readers, the one whose signature is surest first. */
  public Readers(List<Reader> readers) {
    this.readers = List.copyOf(readers);
  }

  /** Every reader of the project. */
  public static Readers all() {
    return new Readers(
        List.of(
            new CaptureReader(),
            new BluetoothReader(),
            new RootfsReader(),
            new UnitsReader(),
            new SecurityTxtReader(),
            new SbomReader(),
            new CsafReader(),
            new RecordReader(),
            new DisclosurePolicyReader(),
            new PolicyReader(),
            new StatementReader(),
            new UpdateReader()));
  }

  /** The reader of a kind. */
  public Optional<Reader> of(Kind kind) {
    return readers.stream().filter(reader -> reader.kind() == kind).findFirst();
  }

  /** The first reader that recognises the content. */
  public Optional<Reader> recognising(Source source) {
    return readers.stream().filter(reader -> reader.recognises(source)).findFirst();
  }
}
