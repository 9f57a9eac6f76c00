package io.waybill.whatsapp;

import java.io.IOException;

/** More bytes have come than are wanted. */
public final class MediaTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    public MediaTooLarge() {
        super("The file is larger than wanted.");
    }
}
