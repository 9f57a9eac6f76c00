package io.waybill.whatsapp;

import java.util.List;

/** What became of a reply on its way to the wire. */
public sealed interface RenderResult {

    /** To be sent one after the other; empty when the reply said nothing. */
    record Messages(List<WireMessage> messages) implements RenderResult {}

    /**
     * More than 24 hours have passed since the customer wrote: only a template could be sent.
     *
     * @param messages what would have been said
     */
    record WindowClosed(List<WireMessage> messages) implements RenderResult {}
}
