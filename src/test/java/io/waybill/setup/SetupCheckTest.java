package io.waybill.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.SettableClock;
import io.waybill.far.FakeGraph;
import io.waybill.whatsapp.StandaloneGraph;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetupCheckTest {

    private static final String NUMBER = "310000000000007";
    private static final String ACCOUNT = "210000000000007";
    private static final String TOKEN = "a-very-secret-token";
    private static final SetupCheck.Experience NOTHING = (channel, lines) -> {};

    private static FakeGraph graph;
    private static StandaloneGraph standalone;

    @BeforeAll
    static void open() {
        graph = FakeGraph.start(0, TOKEN, NUMBER);
        standalone = StandaloneGraph.start(Map.of());
    }

    @AfterAll
    static void close() {
        standalone.close();
        graph.close();
    }

    @BeforeEach
    void connected() {
        graph.accounts().account(ACCOUNT, NUMBER);
        graph.accounts().subscribe(ACCOUNT);
        graph.accounts().account("220000000000001", "320000000000001");
        graph.accounts().permissions("whatsapp_business_management", "whatsapp_business_messaging");
        for (String field : List.of("platform_type", "quality_rating", "name_status")) {
            graph.accounts().says(field, null);
        }
    }

    @Test
    void isGreenWhenAllIsRight() {
        SetupReport report = check(TOKEN, NUMBER, ACCOUNT);

        assertThat(report.lines()).allSatisfy(line -> {
            assertThat(line.state()).as(line.sentence()).isEqualTo(State.OK);
            assertThat(line.todo()).isNull();
        });
        assertThat(report.state()).isEqualTo(State.OK);
        assertThat(line(report, Check.NUMBER).sentence())
                .isEqualTo("It is +1 555-010-0001, \"Waybill Shop\"; throughput STANDARD, messaging limit TIER_2K.");
    }

    /** 002-33: each broken setup has a red line of its own with what mends it; the others below, in CallLinesTest and CatalogueLineTest. */
    @Test
    void tellsAWrongToken() {
        SetupReport report = check("another", NUMBER, ACCOUNT);

        assertThat(errors(report)).containsExactly(Check.TOKEN);
        assertThat(line(report, Check.TOKEN).todo()).contains("waybill.whatsapp.access-token");
        assertThat(report.toString()).doesNotContain("another");
    }

    @Test
    void tellsAWrongNumberId() {
        SetupReport report = check(TOKEN, "15550100001", ACCOUNT);

        assertThat(errors(report)).containsExactly(Check.NUMBER, Check.ACCOUNT);
        assertThat(line(report, Check.NUMBER).sentence()).contains("15550100001");
        assertThat(line(report, Check.NUMBER).todo()).contains("waybill.whatsapp.phone-number-id");
    }

    @Test
    void tellsAWrongAccount() {
        SetupReport report = check(TOKEN, NUMBER, "220000000000001");

        assertThat(line(report, Check.ACCOUNT).state()).isEqualTo(State.ERROR);
        assertThat(line(report, Check.ACCOUNT).sentence()).contains("does not have the number id " + NUMBER);
        assertThat(line(report, Check.ACCOUNT).todo()).contains("waybill.whatsapp.business-account-id");
        assertThat(errors(check(TOKEN, NUMBER, "230000000000001"))).containsExactly(Check.ACCOUNT);
    }

    @Test
    void tellsThatNoAppHearsOfTheAccountAndSubscribesItWhenAsked() {
        graph.accounts().account(ACCOUNT, NUMBER);

        assertThat(errors(check(TOKEN, NUMBER, ACCOUNT))).containsExactly(Check.SUBSCRIPTION);

        SetupReport fixed = check(channel(TOKEN, NUMBER, ACCOUNT, "v25.0"), Clock.systemUTC(), true);
        assertThat(line(fixed, Check.SUBSCRIPTION).sentence()).isEqualTo("Was subscribed now to the account: Waybill.");
        assertThat(check(TOKEN, NUMBER, ACCOUNT).state()).isEqualTo(State.OK);
    }

    @Test
    void tellsWhatTheTokenMayNotDo() {
        graph.accounts().permissions("whatsapp_business_messaging");
        assertThat(line(check(TOKEN, NUMBER, ACCOUNT), Check.PERMISSIONS).state())
                .isEqualTo(State.WARNING);

        graph.accounts().permissions("whatsapp_business_management");
        assertThat(errors(check(TOKEN, NUMBER, ACCOUNT))).containsExactly(Check.PERMISSIONS);

        graph.accounts().permissions();
        assertThat(line(check(TOKEN, NUMBER, ACCOUNT), Check.PERMISSIONS))
                .returns(State.UNKNOWN, Line::state)
                .returns("Which permissions the token has is not known: it may not ask.", Line::sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "platform_type, ON_PREMISE, REGISTRATION, ERROR",
        "quality_rating, RED, QUALITY, ERROR",
        "quality_rating, YELLOW, QUALITY, WARNING",
        "quality_rating, UNKNOWN, QUALITY, OK",
        "name_status, DECLINED, DISPLAY_NAME, ERROR",
        "name_status, PENDING_REVIEW, DISPLAY_NAME, WARNING"
    })
    void tellsHowTheNumberStands(String field, String value, Check check, State state) {
        graph.accounts().says(field, value);

        assertThat(line(check(TOKEN, NUMBER, ACCOUNT), check).state()).isEqualTo(state);
    }

    @Test
    void tellsThatGraphCannotBeReached() {
        WhatsAppChannel nowhere = new WhatsAppChannel(
                "main", true, NUMBER, ACCOUNT, () -> TOKEN, "s", "v", () -> "http://127.0.0.1:1", "v25.0", 80);

        SetupReport report = check(nowhere, Clock.systemUTC(), false);

        assertThat(errors(report)).containsExactly(Check.GRAPH);
        assertThat(line(report, Check.GRAPH).todo()).contains("waybill.whatsapp.base-url");
    }

    @Test
    void tellsAClockThatIsWrong() {
        Clock late = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-5));

        assertThat(line(check(channel(TOKEN, NUMBER, ACCOUNT, "v25.0"), late, false), Check.CLOCK))
                .returns(State.WARNING, Line::state)
                .satisfies(line -> assertThat(line.sentence()).contains("seconds off Graph's"));
    }

    @ParameterizedTest
    @CsvSource({
        "v19.0, 2026-11-21, ERROR",
        "v20.0, 2026-11-21, ERROR",
        "v21.0, 2026-11-21, WARNING",
        "v25.0, 2026-11-21, OK",
        "v25.0, 2028-04-29, OK",
        "v25.0, 2028-04-30, WARNING",
        "v25.0, 2028-07-29, ERROR",
        "v26.0, 2026-11-21, OK",
        "v30.0, 2026-11-21, OK"
    })
    void tellsAVersionThatMetaEnds(String version, LocalDate today, State state) {
        Lines lines = new Lines(channel(TOKEN, NUMBER, ACCOUNT, version));

        GraphVersions.check(version, today, lines);

        assertThat(lines.all()).extracting(Line::state).containsExactly(state);
    }

    @Test
    void saysThatTheSimulatorIsInUse() {
        SetupReport report = SetupCheck.ofGraphAlone(standalone.channels(), standalone.ask(), SettableClock.atNoon())
                .check(false);

        assertThat(report.lines())
                .singleElement()
                .returns("The simulator is in use: no number is connected.", Line::sentence);
    }

    @Test
    void leavesOpenWhatOnlyARunningGatewayKnows() {
        SetupReport report = SetupCheck.ofGraphAlone(
                        new WhatsAppChannels(List.of(channel(TOKEN, NUMBER, ACCOUNT, "v25.0"))),
                        standalone.ask(),
                        Clock.systemUTC())
                .check(false);

        assertThat(report.state()).isEqualTo(State.UNKNOWN);
        assertThat(report.lines().stream().filter(line -> line.state() == State.UNKNOWN))
                .extracting(Line::check)
                .containsExactly(Check.HANDSHAKE, Check.WEBHOOK, Check.SIGNATURE, Check.ROUND_TRIP, Check.TEMPLATES);
    }

    private static SetupReport check(String token, String number, String account) {
        return check(channel(token, number, account, "v25.0"), Clock.systemUTC(), false);
    }

    private static SetupReport check(WhatsAppChannel channel, Clock clock, boolean fix) {
        return new SetupCheck(new WhatsAppChannels(List.of(channel)), standalone.ask(), clock, NOTHING).check(fix);
    }

    private static WhatsAppChannel channel(String token, String number, String account, String version) {
        return new WhatsAppChannel(
                "main",
                true,
                number,
                account,
                () -> token,
                "s",
                "v",
                () -> graph.uri().toString(),
                version,
                80);
    }

    private static List<Check> errors(SetupReport report) {
        return report.lines().stream()
                .filter(line -> line.state() == State.ERROR)
                .map(Line::check)
                .toList();
    }

    private static Line line(SetupReport report, Check check) {
        return report.lines().stream()
                .filter(line -> line.check() == check)
                .findFirst()
                .orElseThrow();
    }
}
