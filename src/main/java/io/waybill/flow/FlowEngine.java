package io.waybill.flow;

import io.waybill.message.Reply;

/** Says what comes next in a conversation. Pure: the same session, event and world give the same turn. */
public final class FlowEngine {

    private final Flows flows;

    public FlowEngine(Flows flows) {
        this.flows = flows;
    }

    /** The flows it walks. */
    public Flows flows() {
        return flows;
    }

    /**
     * Moves {@code session} on by {@code event} until it waits for the customer, for the ERP, or ends.
     *
     * @throws IllegalStateException when a message comes while calls are open or a file is fetched, or an answer leaves one of them out: the caller must
     *     end the calls of a turn first
     */
    public Turn advance(Session session, Event event, World world) {
        Run run = new Run(flows.offering(world.store().flows()), session, world);
        return switch (event) {
            case Event.Received received -> run.received(received.message());
            case Event.Answered answered -> run.answered(answered.answers());
            case Event.Fetched fetched -> run.fetched(fetched.key(), fetched.reply());
            case Event.TimePassed passed -> run.timePassed();
            case Event.PaymentTold told -> run.paymentTold();
            case Event.StaffWrote staff -> run.staffWrote(staff.until());
            case Event.HandedBack(Event.How how) -> run.handedBack(how);
            case Event.CartLeft left -> run.cartLeft();
            case Event.CartDropped dropped -> run.cartDropped();
            case Event.GivenUp givenUp -> run.givenUp(givenUp.key(), givenUp.reason());
        };
    }

    /** What is said to a customer while {@code session} waits for the ERP longer than they should; it stays as it is. */
    public Reply wait(Session session, World world) {
        return new Reply.Text(new Standing(flows.offering(world.store().flows()), session, world).words(Phrase.WAIT));
    }
}
