package dev.plimsoll.documents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.documents.Requests;
import dev.plimsoll.model.Reading;
import dev.plimsoll.model.observation.Policy;
import dev.plimsoll.model.observation.Policy.Clause;
import dev.plimsoll.model.observation.Policy.Scope;
import dev.plimsoll.model.observation.Policy.State;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {
  private static final String SHORT_POLICY =
      """
      # Privacy policy

      This privacy policy applies to the doorbell, to its app and to our website. Effective 1 March 2026.

      ## What we collect

      We collect your name, your email address and the pictures that the doorbell takes. We collect this personal information when you set up the device.

      ## How long

      We keep your recordings for 30 days. Then they are deleted from our servers.

      ## Your rights

      You can delete your account and all of your data in the settings of the app.

      You can opt out of our newsletter at any time with the link in every message.

      ## Changes

      If we change this policy in a way that matters, we will notify you by email before the change takes effect.

      ## Children

      The doorbell is not directed to children under the age of 13.
      """;

  static Policy read(String name, String text) {
    Reading reading = new PolicyReader().read(Requests.text(name, text), Requests.plain());
    return (Policy) reading.observations().getFirst();
  }

  @Test
  void readsAPolicyWhole() {
    Policy policy = read("policy.md", SHORT_POLICY);
    assertThat(policy.state()).isEqualTo(State.POLICY);
    assertThat(policy.language()).isEqualTo("en");
    assertThat(policy.searched()).isTrue();
    assertThat(policy.passages()).isEqualTo(13);
    assertThat(policy.effective()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(policy.scope()).isEqualTo(Scope.PRODUCT);
    assertThat(policy.ease()).isBetween(40.0, 80.0);
    assertThat(policy.clauses())
        .extracting(Clause::kind)
        .contains(
            "first_party_collection",
            "retention",
            "deletion_right",
            "opt_out_choice",
            "change_notification",
            "children");
  }

  @Test
  void quotesTheSentenceAndNamesThePassage() {
    Policy policy = read("policy.md", SHORT_POLICY);
    Clause retention =
        policy.clauses().stream()
            .filter(each -> each.kind().equals("retention"))
            .findFirst()
            .orElseThrow();
    assertThat(retention.quote()).isEqualTo("We keep your recordings for 30 days.");
    assertThat(retention.sense()).isEqualTo("bounded");
    assertThat(retention.place().first()).isEqualTo(5);
  }

  @Test
  void everyParagraphOfATextIsOnePassage() {
    Policy policy = read("p.txt", "One\ntwo\n\n\n\nThree:\n- a\n- b\n\n* c\n");
    assertThat(policy.passages()).isEqualTo(3);
  }

  @Test
  void readsHtmlWithoutItsBoilerplate() {
    String html =
        """
        <!doctype html><html lang="en"><head><title>Privacy policy</title><script>var a = "We keep your data for 9 years.";</script></head>
        <body><nav><a href="/">Home</a> We keep your data for 8 years.</nav>
        <div id="onetrust-banner-sdk">We use cookies. Accept all. We keep your data for 7 years.</div>
        <main><h1>Privacy policy</h1><p>This privacy policy describes how we handle personal information when you use our devices.</p>
        <h2>Retention</h2><details><summary>More</summary><ul><li>We keep your recordings for 30 days.</li></ul></details>
        <p>We collect personal information such as your name and your email address.</p>
        <table><tr><th>Data</th><th>Kept for</th></tr><tr><td>Logs of your account</td><td>90 days</td></tr></table></main>
        <footer>All rights reserved</footer></body></html>
        """;
    Policy policy = read("policy.html", html);
    assertThat(policy.state()).isEqualTo(State.POLICY);
    assertThat(policy.clauses().stream().map(Clause::quote).toList().toString())
        .contains("30 days")
        .doesNotContain("9 years")
        .doesNotContain("8 years")
        .doesNotContain("7 years");
  }

  @Test
  void tellsWhatStandsInThePlaceOfAPolicy() {
    assertThat(
            state(
                "<html><title>Just a moment...</title><body>Checking your browser before you can go on. Please enable JavaScript and cookies to continue.</body></html>"))
        .isEqualTo(State.BOT_WALL);
    assertThat(
            state(
                "<html><head><title>Acme</title></head><body><h1>Oops!</h1><p>The page you are looking for has moved or never was here. Try the search, or go to our start page and shop for cameras.</p></body></html>"))
        .isEqualTo(State.ERROR_PAGE);
    assertThat(
            state(
                "<html><body><p>We use cookies to make this site work. Some cookies are necessary cookies, others help us. You can choose which cookies you want to allow at any time.</p><button>x</button><p>Accept all</p><p>Reject all</p></body></html>"))
        .isEqualTo(State.COOKIE_NOTICE);
    assertThat(
            state(
                "<html><head><title>Account</title></head><body><form><p>Welcome back to your account page, dear customer of Acme Home</p><input type=password></form></body></html>"))
        .isEqualTo(State.LOGIN);
    assertThat(state("<html><body><script>app.start();</script><div id=root></div></body></html>"))
        .isEqualTo(State.EMPTY);
    assertThat(state("")).isEqualTo(State.EMPTY);
    assertThat(state("The camera has a lens of glass and a stand of steel. ".repeat(60)))
        .isEqualTo(State.NOT_A_POLICY);
  }

  @Test
  void saysWithAProblemWhatStandsInThePlaceOfAPolicy() {
    Reading reading =
        new PolicyReader()
            .read(
                Requests.text(
                    "p.html", "<html><title>404</title><body>Page not found</body></html>"),
                Requests.plain());
    assertThat(reading.problems()).hasSize(1);
    assertThat(reading.problems().getFirst().what()).contains("error page");
  }

  private static State state(String text) {
    return read("page.html", text).state();
  }

  @Test
  void tellsLanguages() {
    assertThat(
            read(
                    "p.txt",
                    "Wir verarbeiten Ihre personenbezogenen Daten nur, soweit dies für die Nutzung des Geräts nötig ist. Die Daten werden nach 30 Tagen gelöscht. Diese Datenschutzerklärung gilt für das Gerät und die App, und Sie können der Verarbeitung der Daten widersprechen.")
                .language())
        .isEqualTo("de");
    assertThat(
            read(
                    "p.txt",
                    "Nous collectons les données personnelles que vous nous donnez lorsque vous utilisez la caméra, et nous les gardons pour une durée de trente jours. Vous pouvez demander la suppression de votre compte dans les réglages.")
                .language())
        .isEqualTo("fr");
    assertThat(read("p.txt", "我们收集您的个人信息。本隐私政策适用于我们的产品和服务。您可以随时删除您的帐户。").language())
        .isEqualTo("zh");
    assertThat(read("p.txt", "当社は個人情報を大切に扱います。このプライバシーポリシーは製品に適用されます。").language()).isEqualTo("ja");
    assertThat(
            read("p.txt", "نحن نجمع معلوماتك الشخصية عندما تستخدم الجهاز وفقا لسياسة الخصوصية هذه")
                .language())
        .isEqualTo("ar");
    assertThat(read("p.txt", "xyzzy plugh ".repeat(40)).language()).isEqualTo("und");
  }

  @Test
  void searchesNothingInALanguageWithoutRules() {
    Policy policy =
        read(
            "p.txt",
            "Diese Datenschutzerklärung sagt, welche personenbezogenen Daten wir verarbeiten. "
                .repeat(10));
    assertThat(policy.state()).isEqualTo(State.POLICY);
    assertThat(policy.searched()).isFalse();
    assertThat(policy.clauses()).isEmpty();
    assertThat(policy.ease()).isNotNaN();
  }

  @Test
  void aPolicyForTheWebsiteAloneSaysSo() {
    String rest =
        SHORT_POLICY
            .substring(SHORT_POLICY.indexOf("## What we collect"))
            .replace("device", "thing")
            .replace("doorbell", "thing");
    assertThat(
            read("p.md", "This privacy policy applies only to visits to our website.\n\n" + rest)
                .scope())
        .isEqualTo(Scope.WEBSITE_ONLY);
    assertThat(
            read(
                    "p.md",
                    "This privacy policy does not apply to our devices or their apps.\n\n" + rest)
                .scope())
        .isEqualTo(Scope.WEBSITE_ONLY);
  }

  @Test
  void aKindOfProductInTheNameOfTheWebsiteIsNoProduct() {
    assertThat(
            read(
                    "p.md",
                    "This privacy statement applies only to personal information that is collected through the website brave-toys.example. We collect personal information.")
                .scope())
        .isEqualTo(Scope.WEBSITE_ONLY);
  }

  @Test
  void recognisesPoliciesAndNothingElse() {
    PolicyReader reader = new PolicyReader();
    assertThat(reader.recognises(Requests.text("a.md", SHORT_POLICY.repeat(3)))).isTrue();
    assertThat(reader.recognises(Requests.text("a.md", "Contact: mailto:security@example.com\n")))
        .isFalse();
    assertThat(reader.recognises(Requests.text("a.yaml", "record:\n  - test: a\n"))).isFalse();
  }

  @Test
  void readsALargePageInTimeAndSaysWhatItLeftOut() {
    String filler = "<script>" + "x".repeat(100) + "</script>";
    String page =
        "<html><body>" + filler.repeat(50_000) + "<p>" + SHORT_POLICY + "</p>" + "</body></html>";
    Policy policy = read("big.html", page);
    assertThat(policy.state()).isEqualTo(State.POLICY);
    String words = "<html><body>" + "<p>We collect personal data and keep it.</p>".repeat(200_000);
    Reading reading = new PolicyReader().read(Requests.text("big.html", words), Requests.plain());
    assertThat(reading.problems()).isNotEmpty();
    assertThat(reading.problems().getFirst().what()).contains("MiB");
  }

  @Test
  void decodesMixedEncodings() {
    byte[] latin =
        "<html><head><meta charset=iso-8859-1></head><body>Datenschutzerklärung für Geräte"
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    Reading reading =
        new PolicyReader().read(dev.plimsoll.bytes.Source.of("p.html", latin), Requests.plain());
    assertThat(reading.observations()).hasSize(1);
  }

  static List<Clause> clauses(String sentence) {
    return ClauseFinder.english()
        .find(
            "p",
            List.of(
                new dev.plimsoll.documents.text.Passage(
                    0, dev.plimsoll.documents.text.Passage.Type.TEXT, sentence, List.of(), "")),
            dev.plimsoll.bytes.Budget.standard());
  }
}
