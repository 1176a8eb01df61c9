package dev.plimsoll.documents.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.bytes.Source;
import dev.plimsoll.documents.Requests;
import dev.plimsoll.model.Place;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.TestRecord;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
  private static final String TWO =
      """
      # tests of the doorbell
      record:
        - test: update-default
          outcome: on
          by: A. Tester
          at: 2026-10-12T09:30:00Z
          how: Looked at the settings after a reset.
          attachments: [photos/settings.jpg, ./photos/about.jpg]
        - test: update-outage
          outcome: measured
          value: 3.5
          at: 2026-10-14
      """;

  private static Reading read(String text, String... siblings) {
    List<Source> beside =
        java.util.Arrays.stream(siblings).map(each -> Source.of(each, new byte[0])).toList();
    return new RecordReader().read(Requests.text("notes/record.yaml", text), Requests.with(beside));
  }

  @Test
  void readsEveryEntryWithItsLine() {
    Reading reading = read(TWO, "photos/settings.jpg", "photos/about.jpg");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.at()).isEqualTo(Instant.parse("2026-10-14T00:00:00Z"));
    TestRecord first = (TestRecord) reading.observations().getFirst();
    assertThat(first)
        .isEqualTo(
            new TestRecord(
                Place.line("notes/record.yaml", 3),
                "update-default",
                "on",
                null,
                "A. Tester",
                Instant.parse("2026-10-12T09:30:00Z"),
                "Looked at the settings after a reset.",
                List.of("photos/settings.jpg", "./photos/about.jpg"),
                true));
    TestRecord second = (TestRecord) reading.observations().getLast();
    assertThat(second.value()).isEqualTo(3.5);
    assertThat(second.by()).isNull();
  }

  @Test
  void findsAttachmentsFromTheDossierAndFromTheFolderOfTheRecord() {
    assertThat(((TestRecord) read(TWO, "photos/settings.jpg").observations().getFirst()).present())
        .isFalse();
    assertThat(
            ((TestRecord)
                    read(TWO, "notes/photos/settings.jpg", "photos/about.jpg")
                        .observations()
                        .getFirst())
                .present())
        .isTrue();
    assertThat(
            ((TestRecord)
                    read(TWO, "other/photos/settings.jpg", "photos/about.jpg")
                        .observations()
                        .getFirst())
                .present())
        .isFalse();
  }

  @Test
  void namesTheLineOfAnUnknownKeyAndKeepsTheOtherEntries() {
    Reading reading = read(TWO.replace("by: A. Tester", "who: A. Tester"));
    assertThat(reading.observations()).hasSize(1);
    assertThat(reading.problems()).hasSize(1);
    assertThat(reading.problems().getFirst().place()).isEqualTo(Place.line("notes/record.yaml", 5));
    assertThat(reading.problems().getFirst().what()).contains("unknown key").contains("who");
    assertThat(reading.problems().getFirst().mend()).contains("by").contains("attachments");
  }

  @Test
  void saysWhatIsMissingOrWrong() {
    assertThat(read("record:\n  - outcome: on\n").problems().getFirst().words())
        .contains("line 2")
        .contains("test");
    assertThat(read("record:\n  - {test: a, outcome: b, at: soon}\n").problems()).hasSize(1);
    assertThat(read("record:\n  - {test: a, outcome: b, value: many}\n").problems()).hasSize(1);
    assertThat(read("record: []\nextra: 1\n").problems()).hasSize(2);
    assertThat(read("").problems()).hasSize(1);
    assertThat(read("record: [\n").problems().getFirst().place().unit()).isEqualTo(Place.Unit.LINE);
  }

  @Test
  void recognisesARecordByItsFirstKey() {
    RecordReader reader = new RecordReader();
    assertThat(reader.recognises(Requests.text("a.yaml", TWO))).isTrue();
    assertThat(reader.recognises(Requests.text("a.yaml", "product:\n  name: x\n"))).isFalse();
    assertThat(reader.recognises(Source.of("a", new byte[0]))).isFalse();
  }
}
