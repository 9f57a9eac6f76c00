package io.waybill.whatsapp;

/** The connection to WhatsApp is half configured; the message names what is missing. */
public class WhatsAppNotConfigured extends RuntimeException {

    WhatsAppNotConfigured(String message) {
        super(message);
    }
}
