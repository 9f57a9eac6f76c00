package io.waybill.whatsapp;

/** Stands in for Meta while no real number is configured. */
@FunctionalInterface
public interface WhatsAppSimulator {

    /** The channel that leads to it. */
    WhatsAppChannel channel(WhatsAppProperties properties);
}
