package io.waybill.setup;

import io.waybill.whatsapp.WhatsAppChannel;
import io.waybill.whatsapp.WhatsAppChannels;
import java.time.Instant;
import java.util.Optional;

/** How far the way to WhatsApp is known to be right, for the main number. */
public final class Connection {

    private final WhatsAppChannels channels;
    private final LastCheck check;
    private final TestMessages tests;

    Connection(WhatsAppChannels channels, LastCheck check, TestMessages tests) {
        this.channels = channels;
        this.check = check;
        this.tests = tests;
    }

    public enum NumberState {
        /** None is connected: the phone is simulated. */
        SIMULATED,
        /** Nobody has looked since this node started. */
        UNCHECKED,
        WRONG,
        RIGHT
    }

    /** A message that arrived says more than any check before it. */
    public NumberState number() {
        WhatsAppChannel channel = channels.main();
        if (!channel.real()) {
            return NumberState.SIMULATED;
        }
        Optional<Instant> arrived = tests.lastArrived(channel.phoneNumberId());
        return check.report()
                .filter(report -> arrived.filter(report.at()::isBefore).isEmpty())
                .map(report -> report.state() == State.ERROR ? NumberState.WRONG : NumberState.RIGHT)
                .orElse(arrived.isPresent() ? NumberState.RIGHT : NumberState.UNCHECKED);
    }

    /** Whether a message has reached somebody: a test, or on the simulated phone any. */
    public boolean reachesPeople() {
        WhatsAppChannel channel = channels.main();
        return channel.real()
                ? tests.lastArrived(channel.phoneNumberId()).isPresent()
                : tests.sentAny(channel.phoneNumberId());
    }
}
