package io.waybill.whatsapp;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.home.Home;
import io.waybill.home.Misconfigured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class WhatsAppChannelTest {

    private static final String[] ALL = {
        "waybill.whatsapp.phone-number-id=3",
        "waybill.whatsapp.access-token=TOKEN",
        "waybill.whatsapp.app-secret=SECRET",
        "waybill.whatsapp.verify-token=WORD",
        "waybill.whatsapp.business-account-id=2"
    };

    private final CamelContext camel = new DefaultCamelContext();
    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withUserConfiguration(WhatsAppConfiguration.class)
            .withBean(Home.class, () -> new Home(Path.of("")))
            .withBean(OwnFiles.class, WhatsAppAlone::noFiles)
            .withBean(CamelContext.class, () -> camel)
            .withBean(ProducerTemplate.class, camel::createProducerTemplate)
            .withBean(
                    io.micrometer.core.instrument.MeterRegistry.class,
                    io.micrometer.core.instrument.simple.SimpleMeterRegistry::new)
            .withBean(
                    WhatsAppSimulator.class,
                    () -> properties -> new WhatsAppChannel(
                            "main",
                            false,
                            "sim",
                            "sim",
                            () -> "t",
                            "s",
                            "v",
                            () -> "http://127.0.0.1:1/simulator/graph",
                            "v25.0",
                            80));

    @Test
    void isTheSimulatorWhenNothingIsConfigured() {
        application
                .withPropertyValues("waybill.whatsapp.app-secret=")
                .run(context -> assertThat(
                                context.getBean(WhatsAppChannels.class).main().messagesUrl())
                        .isEqualTo("http://127.0.0.1:1/simulator/graph/v25.0/sim/messages"));
    }

    @Test
    void isRealWhenEverythingIsConfigured() {
        application.withPropertyValues(ALL).run(context -> {
            WhatsAppChannel channel = context.getBean(WhatsAppChannels.class).main();
            assertThat(channel.real()).isTrue();
            assertThat(channel.messagesUrl()).isEqualTo("https://graph.facebook.com/v25.0/3/messages");
        });
    }

    @Test
    void takesForAFurtherNumberWhatIsSaidOfItAndElseWhatIsSaidOfTheFirst() {
        application
                .withPropertyValues(ALL)
                .withPropertyValues(
                        "waybill.whatsapp.numbers.west.phone-number-id=4",
                        "waybill.whatsapp.numbers.west.messages-per-second=1000",
                        "waybill.whatsapp.numbers.east.phone-number-id=5",
                        "waybill.whatsapp.numbers.east.access-token=OTHER-TOKEN",
                        "waybill.whatsapp.numbers.east.app-secret=OTHER-SECRET")
                .run(context -> {
                    WhatsAppChannels channels = context.getBean(WhatsAppChannels.class);
                    assertThat(channels.all())
                            .extracting(WhatsAppChannel::name)
                            .containsExactly("main", "west", "east");
                    assertThat(channels.named("west")).hasValueSatisfying(west -> {
                        assertThat(west.messagesUrl()).isEqualTo("https://graph.facebook.com/v25.0/4/messages");
                        assertThat(west.accessToken()).isEqualTo("TOKEN");
                        assertThat(west.appSecret()).isEqualTo("SECRET");
                        assertThat(west.messagesPerSecond()).isEqualTo(1000);
                    });
                    assertThat(channels.of("5")).hasValueSatisfying(east -> {
                        assertThat(east.accessToken()).isEqualTo("OTHER-TOKEN");
                        assertThat(east.appSecret()).isEqualTo("OTHER-SECRET");
                        assertThat(east.verifyToken()).isEqualTo("WORD");
                        assertThat(east.businessAccountId()).isEqualTo("2");
                        assertThat(east.messagesPerSecond()).isEqualTo(80);
                    });
                });
    }

    @Test
    void twoNumbersWithOneIdStopTheStart() {
        application
                .withPropertyValues(ALL)
                .withPropertyValues("waybill.whatsapp.numbers.west.phone-number-id=3")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("The WhatsApp numbers main and west have the same phone-number-id 3."));
    }

    @Test
    void aFurtherNumberAloneIsHalfConfigured() {
        application
                .withPropertyValues("waybill.whatsapp.numbers.west.phone-number-id=3")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageStartingWith("WhatsApp is only half configured"));
    }

    @Test
    void neverPrintsASecret() {
        application
                .withPropertyValues(ALL)
                .withPropertyValues(
                        "waybill.whatsapp.numbers.west.phone-number-id=4",
                        "waybill.whatsapp.numbers.west.access-token=TOKEN",
                        "waybill.whatsapp.numbers.west.app-secret=SECRET")
                .run(context -> assertThat(context.getBean(WhatsAppChannels.class)
                                        .all() + " " + context.getBean(WhatsAppProperties.class))
                        .doesNotContain("TOKEN", "SECRET", "WORD"));
    }

    @Test
    void halfConfiguredStopsTheStartAndNamesWhatIsMissing() {
        application
                .withPropertyValues(ALL)
                .withPropertyValues("waybill.whatsapp.app-secret= ")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("WhatsApp is only half configured: set waybill.whatsapp.app-secret too."));
    }

    @Test
    void readsTheTokenAgainWhenItsFileChanges(@TempDir Path secrets) throws IOException {
        Path file = Files.writeString(secrets.resolve("token"), "FIRST\n");
        withTokenIn(file).run(context -> {
            WhatsAppChannel channel = context.getBean(WhatsAppChannels.class).main();
            assertThat(channel.accessToken()).isEqualTo("FIRST");
            Files.writeString(file, "SECOND-TOKEN");
            assertThat(channel.accessToken()).isEqualTo("SECOND-TOKEN");
            Files.writeString(file, "");
            assertThat(channel.accessToken()).as("half replaced").isEqualTo("SECOND-TOKEN");
            Files.delete(file);
            assertThat(channel.accessToken()).isEqualTo("SECOND-TOKEN");
            assertThat(context.getBean(WhatsAppChannels.class).all() + " " + context.getBean(WhatsAppProperties.class))
                    .doesNotContain("FIRST", "SECOND");
        });
    }

    @Test
    void aTokenFileThatIsMissingEmptyOrNoTokenStopsTheStart(@TempDir Path secrets) throws IOException {
        Map<Path, String> wrong = Map.of(
                secrets.resolve("missing"), "cannot be read.",
                Files.writeString(secrets.resolve("empty"), " \n"), "is empty.",
                Files.writeString(secrets.resolve("two"), "TO\nKEN"),
                        "contains characters that cannot stand in an HTTP header");
        wrong.forEach((file, sentence) -> withTokenIn(file)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining(
                                "waybill.whatsapp.access-token-file: the file " + file + " " + sentence)));
    }

    private ApplicationContextRunner withTokenIn(Path file) {
        return application
                .withPropertyValues(ALL)
                .withPropertyValues("waybill.whatsapp.access-token=", "waybill.whatsapp.access-token-file=" + file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "base-url=graph.example|waybill.whatsapp.base-url is not an http or https address",
                "base-url=http://graph example|waybill.whatsapp.base-url is not an http or https address",
                "base-url=http://graph.example?a=b|waybill.whatsapp.base-url is not an http or https address",
                "phone-number-id=+1 555 0100|waybill.whatsapp.phone-number-id is Meta's id of the number",
                "access-token-file=/nowhere|waybill.whatsapp.access-token and waybill.whatsapp.access-token-file are both set",
                "access-token=|WhatsApp is only half configured: set waybill.whatsapp.access-token (or access-token-file) too.",
                "reopen-template=nobody|waybill.whatsapp.reopen-template is the name of a template",
                "reopen-template=order_cod_confirm|waybill.whatsapp.reopen-template is the name of a template",
                "access-token=TO KEN|waybill.whatsapp.access-token contains characters",
                "graph-version=25|waybill.whatsapp.graph-version is no version of the Graph API",
                "graph-version=|waybill.whatsapp.graph-version is no version of the Graph API",
                "messages-per-second=0|waybill.whatsapp.messages-per-second must be 1 or more",
                "numbers.west.access-token=x|waybill.whatsapp.numbers.west.phone-number-id is missing",
                "numbers.west.phone-number-id=+4|waybill.whatsapp.numbers.west.phone-number-id is missing, or not",
                "numbers.main.phone-number-id=4|waybill.whatsapp.numbers.main.…: a number's name",
                "connect-timeout=-1s|waybill.whatsapp.connect-timeout must be longer than nothing",
                "response-timeout=0s|waybill.whatsapp.response-timeout must be longer than nothing"
            })
    void aValueThatNoSendCouldUseStopsTheStart(String property, String sentence) {
        application
                .withPropertyValues(ALL)
                .withPropertyValues("waybill.whatsapp." + property)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(Misconfigured.class)
                        .hasMessageStartingWith(sentence)
                        .hasMessageNotContaining("TO KEN"));
    }
}
