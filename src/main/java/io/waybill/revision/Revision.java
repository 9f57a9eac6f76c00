package io.waybill.revision;

import java.time.Instant;

/** One text of a flow as it was written. */
record Revision(String flow, String revision, String text, String author, Instant createdAt) {

    /** What names a revision. */
    record Key(String flow, String revision) {}
}
