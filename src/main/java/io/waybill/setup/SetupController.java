package io.waybill.setup;

import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.inbox.LocalNumbers;
import io.waybill.message.Reply;
import io.waybill.setup.TestMessages.TestMessage;
import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Checks the connection to WhatsApp, one check at a time on each node, keeps the last report of this node, and sends test messages. */
@RestController
@RequestMapping("/api/v1/whatsapp")
@Needs(Permission.SETTINGS_READ)
class SetupController {

    private static final String HELLO = "hello_world";
    private static final String HELLO_LANGUAGE = "en_US";

    private final SetupCheck check;
    private final LastCheck last;
    private final TestMessages tests;
    private final WhatsAppChannels channels;
    private final LocalNumbers phones;
    private final AtomicBoolean running = new AtomicBoolean();

    SetupController(
            SetupCheck check, LastCheck last, TestMessages tests, WhatsAppChannels channels, LocalNumbers phones) {
        this.check = check;
        this.last = last;
        this.tests = tests;
        this.channels = channels;
        this.phones = phones;
    }

    /** @param fix whether a missing subscription of the app may be made; null: no */
    record CheckRequest(@Nullable Boolean fix) {}

    /** @param state ok when all is known to be right, else the worst of the lines */
    record SetupView(Instant at, String state, List<LineView> lines) {

        static SetupView of(SetupReport report) {
            return new SetupView(
                    report.at(),
                    report.state().toString(),
                    report.lines().stream().map(LineView::of).toList());
        }
    }

    /** @param number what the configuration calls it */
    record LineView(
            String check,
            String number,
            String state,
            String sentence,
            @Nullable String todo) {

        static LineView of(Line line) {
            return new LineView(
                    line.check().toString(), line.number(), line.state().toString(), line.sentence(), line.todo());
        }
    }

    /**
     * @param to a phone number, without country code one of {@code waybill.store.country}
     * @param number of ours, by name; null: main
     * @param template one without parameters, for a person who has not written within 24 hours; null: hello_world
     * @param language of the template; null: en_US
     */
    record TestRequest(
            @Nullable String to,
            @Nullable String number,
            @Nullable String template,
            @Nullable String language) {}

    /**
     * @param message the name under which {@code /api/v1/messages} tells more
     * @param state waiting, arrived or failed
     */
    record TestView(
            String message,
            String code,
            Instant askedAt,
            String state,
            @Nullable Instant arrivedAt) {

        static TestView of(TestMessage test) {
            String state = test.arrivedAt() != null ? "arrived" : test.failed() ? "failed" : "waiting";
            return new TestView(test.message(), test.code(), test.askedAt(), state, test.arrivedAt());
        }
    }

    @PostMapping("/check")
    @Needs(Permission.OPERATIONS_RUN)
    SetupView check(@RequestBody CheckRequest wanted) {
        if (!running.compareAndSet(false, true)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "A check is running on this node already: wait for its end.");
        }
        try {
            SetupReport report = check.check(Boolean.TRUE.equals(wanted.fix()));
            last.keep(report);
            return SetupView.of(report);
        } finally {
            running.set(false);
        }
    }

    /** The last report of this node; 204 when there is none. */
    @GetMapping("/check")
    ResponseEntity<SetupView> lastCheck() {
        return last.report()
                .map(report -> ResponseEntity.ok(SetupView.of(report)))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PostMapping("/test")
    @Needs(Permission.OPERATIONS_RUN)
    TestView test(@RequestBody TestRequest wanted, HttpServletRequest request) {
        WhatsAppChannel channel = channel(wanted.number());
        String phone = phones.e164(Objects.requireNonNullElse(wanted.to(), ""));
        Reply.Template template = new Reply.Template(
                Objects.requireNonNullElse(wanted.template(), HELLO),
                Objects.requireNonNullElse(wanted.language(), HELLO_LANGUAGE),
                List.of(),
                List.of());
        return TestView.of(tests.send(channel, phone, template, request.getRemoteUser()));
    }

    /** What became of the last test message. */
    @GetMapping("/test")
    TestView lastTest(@RequestParam(required = false) @Nullable String number) {
        return tests.last(channel(number).phoneNumberId())
                .map(TestView::of)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "No test message was sent from this number."));
    }

    @ExceptionHandler
    ProblemDetail notANumber(LocalNumbers.NotANumber e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage());
    }

    private WhatsAppChannel channel(@Nullable String number) {
        String name = Objects.requireNonNullElse(number, WhatsAppChannel.MAIN);
        return channels.named(name)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no number \"%s\" in waybill.whatsapp.numbers.".formatted(name)));
    }
}
