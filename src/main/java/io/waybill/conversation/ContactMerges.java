package io.waybill.conversation;

import io.waybill.checkout.Placements;
import io.waybill.desk.Desk;
import io.waybill.flow.Session;
import io.waybill.inbox.Merges;
import io.waybill.inbox.PaymentCallbacks;
import io.waybill.media.CustomerFiles;
import io.waybill.order.OrderLife;
import io.waybill.service.ServiceSessions;

/** Makes one conversation of those of contacts that turned out to be one person. */
final class ContactMerges {

    private final Merges merges;
    private final Ledger ledger;
    private final Reservations reservations;
    private final PaymentCallbacks payments;
    private final StaffActions staff;
    private final Placements placements;
    private final OrderLife orders;
    private final ServiceSessions services;
    private final CustomerFiles files;
    private final Journal journal;
    private final Desk desk;
    private final Carts carts;

    ContactMerges(
            Merges merges,
            Ledger ledger,
            Reservations reservations,
            PaymentCallbacks payments,
            StaffActions staff,
            Placements placements,
            OrderLife orders,
            ServiceSessions services,
            CustomerFiles files,
            Journal journal,
            Desk desk,
            Carts carts) {
        this.merges = merges;
        this.ledger = ledger;
        this.reservations = reservations;
        this.payments = payments;
        this.staff = staff;
        this.placements = placements;
        this.orders = orders;
        this.services = services;
        this.files = files;
        this.journal = journal;
        this.desk = desk;
        this.carts = carts;
    }

    /** Merges those that nobody works on. */
    void run() {
        merges.run(ContactMerges::one, this::move);
    }

    /** A cart comes along into a session that has none. */
    private static String one(String later, String earlier) {
        return Session.fromJson(later).withCartOf(Session.fromJson(earlier)).toJson();
    }

    private void move(long from, long to) {
        desk.move(from, to);
        carts.move(from, to);
        ledger.move(from, to);
        reservations.move(from, to);
        payments.move(from, to);
        staff.move(from, to);
        placements.move(from, to);
        orders.move(from, to);
        services.move(from, to);
        files.move(from, to);
        journal.move(from, to);
    }
}
