package dev.plimsoll.capture.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Openings of many protocols, cut and with bytes flipped: whatever comes, there is an answer. */
class RecogniserFuzzTest {
  private static final int CUTS = 64;
  private static final int ROUNDS = 200;

  private static final List<byte[]> SEEDS =
      List.of(
          Talks.ascii("GET / HTTP/1.1\r\nHost: a.example\r\nUpgrade: websocket\r\n\r\n"),
          Talks.ascii("EHLO a\r\nSTARTTLS\r\n\26\3\1\0\62\1\0\0\56\3\3"),
          Talks.ascii("SSH-2.0-a\r\n\0\0\1\20\5\24" + "0123456789abcdef\0\0\0\4none"),
          Talks.hex("160301007b0100007703030000000000000000000000000000000000000000000000000000"),
          Talks.hex("16030300310200002d0303" + "11".repeat(32) + "00c02f00000500170000000b0001ff"),
          Talks.hex("c000000001088394c8f03e5157080000449e7b9aec34" + "5a".repeat(900)),
          Talks.hex("16fefd0000000000000000002a010000760000000000000076fefd" + "22".repeat(60)),
          Talks.hex("101a00044d51545404c2003c000364657600017500067365637265740000"),
          Talks.hex("302602010004067075626c6963a019020101020100020100300e300c06082b060102010105"),
          Talks.hex("0001010000010000000000000161076578616d706c650000010001c00c0001000100000000"),
          Talks.hex("40011234b3612e6203666f6fd1ff11ddffee"),
          Talks.hex("0300001611e00000000100c0010ac1020100c20201020300001902f08032010000"),
          Talks.hex("000055aa00000000000000130000009c00000000" + "33".repeat(150) + "0000aa55"),
          Talks.hex("00010400000000000020000000000000001506251301012502000124020318"),
          Talks.hex("81000044204b4142434445464748494a4b4c4d4e4f504142434445464748494a4b4c4d4e4f50"),
          Talks.hex("38334857703d96db390000000000"),
          Talks.hex("0000000804d2162f"),
          Talks.hex("6500040000000000000000000000000000000000000000000100000000"));

  private final ProtocolRecogniser recogniser = new ProtocolRecogniser();

  private void feed(byte[] bytes, byte[] other) {
    for (Conversation each :
        List.of(
            Talks.stream(bytes, other),
            Talks.stream(other, bytes),
            Talks.midway(bytes, other),
            Talks.datagrams(bytes, bytes),
            Talks.turns(bytes, other, bytes),
            Talks.ip(50, bytes))) {
      assertThat(recogniser.recognise(each)).isNotNull();
    }
  }

  @Test
  void cutAnywhere() {
    for (byte[] seed : SEEDS) {
      for (int i = 0; i <= CUTS; i++) {
        byte[] cut = Arrays.copyOf(seed, seed.length * i / CUTS);
        feed(cut, SEEDS.get(i % SEEDS.size()));
      }
    }
  }

  @Test
  void flipped() {
    Random random = new Random(20261124);
    for (byte[] seed : SEEDS) {
      for (int i = 0; i < ROUNDS; i++) {
        byte[] bytes = seed.clone();
        for (int flips = Math.max(1, bytes.length / 100 + random.nextInt(4)); flips > 0; flips--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        feed(bytes, SEEDS.get(random.nextInt(SEEDS.size())));
      }
    }
  }

  @Test
  void lyingLengths() {
    Random random = new Random(42);
    for (byte[] seed : SEEDS) {
      for (int at = 0; at < Math.min(seed.length, 40); at++) {
        byte[] bytes = seed.clone();
        bytes[at] = (byte) 0xff;
        feed(bytes, seed);
        bytes[at] = (byte) (random.nextBoolean() ? 0x7f : 0x80);
        feed(bytes, seed);
      }
    }
  }
}
