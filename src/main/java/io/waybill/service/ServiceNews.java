package io.waybill.service;

import org.jspecify.annotations.Nullable;

/** Hears what becomes of services, in the transaction that knows it first. */
interface ServiceNews {

    /** Its time is paid for. */
    void ready(ServiceSession session);

    /** Its time runs. */
    void started(ServiceSession session);

    /** Its time is over. */
    void expired(ServiceSession session);

    /** A person ended it; {@code session} as it was before. */
    void closed(ServiceSession session, String by, @Nullable String reason);
}
