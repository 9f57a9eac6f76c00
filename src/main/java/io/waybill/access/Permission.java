package io.waybill.access;

import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/** What somebody who is signed in may do; a role is a set of these. */
public enum Permission {
    /** Sees chats. */
    CHATS_READ("see chats"),
    /** Answers chats, takes them over, gives them to others. */
    CHATS_ANSWER("answer chats"),
    /** Sees orders. */
    ORDERS_READ("see orders"),
    /** Moves orders on: prepared, shipped, delivered, cancelled. */
    ORDERS_FULFIL("move orders on"),
    /** Makes orders, asks for payment, asks for money back, gives orders to others. */
    ORDERS_SELL("sell and ask for payment"),
    /** Decides about money back. */
    REFUNDS_DECIDE("decide about money back"),
    /** Sees paid services and how much of their time is left. */
    SERVICES_READ("see paid services"),
    /** Ends services and offers to renew them. */
    SERVICES_RUN("run paid services"),
    /** Sees what is sold, and what delivery costs. */
    CATALOG_READ("see the catalog"),
    /** Says what of it customers see: visibility, images, flows, delivery charges. */
    CATALOG_EDIT("change the catalog"),
    /** Sees job positions and who applied. */
    JOBS_READ("see job positions"),
    /** Says which positions customers see, and by which flow they apply. */
    JOBS_EDIT("change job positions"),
    /** Sees flows and tries them. */
    FLOWS_READ("see flows"),
    /** Changes flows, publishes them, takes them back. */
    FLOWS_EDIT("change flows"),
    /** Sees message templates. */
    TEMPLATES_READ("see message templates"),
    /** Makes message templates, sends them to Meta, says which events use them. */
    TEMPLATES_EDIT("change message templates"),
    /** Sees how the ERP is connected and how it does. */
    ERP_READ("see the connection to the ERP"),
    /** Connects the ERP and tries it, also by writes; sends events to programs of others. */
    ERP_EDIT("connect the ERP and other programs"),
    /** Sees what waits, what failed, and how the parts do. */
    OPERATIONS_READ("see what waits and what failed"),
    /** Sends again, discards, decides about writes nobody knows of, tries a part once. */
    OPERATIONS_RUN("see to what waits and what failed"),
    /** Sees settings. */
    SETTINGS_READ("see settings"),
    /** Changes settings. */
    SETTINGS_EDIT("change settings"),
    /** Says who may sign in and do what, makes API keys, reads who did what. */
    PEOPLE_MANAGE("say who may do what"),
    /** Sees amounts: what orders cost, what was paid, what messages cost. */
    MONEY("see amounts of money"),
    /** Sees full phone numbers, addresses and files of customers; who has {@link #PEOPLE_MANAGE} too exports and erases them. */
    PERSONAL_DATA("see personal data of customers");

    private final String words;

    Permission(String words) {
        this.words = words;
    }

    /** What people need to call this endpoint; empty: it does not say, so nobody may. */
    public static Optional<List<Permission>> neededFor(HandlerMethod endpoint) {
        return Optional.ofNullable(endpoint.getMethodAnnotation(Needs.class))
                .or(() -> Optional.ofNullable(
                        AnnotatedElementUtils.findMergedAnnotation(endpoint.getBeanType(), Needs.class)))
                .map(needs -> List.of(needs.value()));
    }

    /** Whether it is for doing something, not only for seeing it. */
    public boolean changes() {
        return this != MONEY && this != PERSONAL_DATA && !name().endsWith("_READ");
    }

    /** What one may with it, as the end of a sentence: see chats. */
    public String words() {
        return words;
    }
}
