package io.waybill.revision;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where customers stand in flows now. */
public interface LiveSessions {

    /** How many are where; {@code flow} null: in all flows. */
    List<Standing> standings(@Nullable String flow);

    /**
     * Sessions at one step of one revision.
     *
     * @param latest when one of these customers wrote last; null: never
     */
    record Standing(
            String flow,
            String revision,
            String step,
            int sessions,
            @Nullable Instant latest) {}
}
