package io.waybill.whatsapp;

/** A webhook body that is not one JSON object in UTF-8; the answer to it is 400. */
public class MalformedPayload extends RuntimeException {

    MalformedPayload(String reason, Throwable cause) {
        super(reason, cause);
    }

    MalformedPayload(String reason) {
        super(reason);
    }
}
