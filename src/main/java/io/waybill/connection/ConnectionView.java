package io.waybill.connection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.connection.ContractRow.Group;
import io.waybill.connection.GoLive.MissingForLive;
import io.waybill.erp.ErpOperation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The connection to the ERP as it is edited, and what is asked for customers.
 *
 * @param version to be given back with changes; 0: nothing was saved in the console yet
 * @param source where what is edited stands
 * @param baseUrl empty while it is not said
 * @param inside whether the base URL may be inside our own network
 * @param canKeepSecrets false: no key is configured to seal them with
 * @param operations the ten of the contract
 * @param others operations beyond the ten that the profile has
 * @param missing before customers may be served by it; empty: they may
 * @param notices what else came of a change
 */
record ConnectionView(
        long version,
        Source source,
        @Nullable String savedBy,
        @Nullable Instant savedAt,
        ProfileView profile,
        String baseUrl,
        boolean inside,
        boolean canKeepSecrets,
        List<ConstantView> constants,
        List<SecretView> secrets,
        List<EndpointView> operations,
        List<ErpOperation> others,
        LiveErpView live,
        List<MissingForLive> missing,
        List<String> notices) {

    /** Where a connection is set. */
    enum Source {
        /** Nowhere: the ERP that comes with Waybill. */
        DEMO,
        /** In {@code waybill.erp.*}. */
        CONFIGURATION,
        CONSOLE
    }

    /** @param name of the shipped profile it began with */
    record ProfileView(String name, String title, String text, List<String> notes, String idempotency) {}

    /**
     * @param value null: it is not set
     * @param origin where the value comes from
     */
    record ConstantView(String name, @Nullable String value, ValueOrigin origin) {}

    /** Where a value comes from. */
    enum ValueOrigin {
        PROFILE,
        CONFIGURATION,
        CONSOLE,
        NOWHERE
    }

    /**
     * A secret, which nobody can read here.
     *
     * @param setAt null: it is not set, or set in the configuration
     * @param property that sets it, where it is set in the configuration
     * @param needed the profile cannot sign in without it
     */
    record SecretView(
            String name,
            boolean set,
            @Nullable Instant setAt,
            @Nullable String property,
            boolean needed) {}

    /** How an operation is done. */
    enum Mode {
        /** Method and path: our JSON both ways. */
        CANONICAL,
        /** In the ERP's own words. */
        MAPPED,
        /** By a Camel route. */
        ROUTE,
        /** The ERP does not have it. */
        NONE
    }

    /**
     * A row of the endpoint table.
     *
     * @param sends what we send, in the words of the contract
     * @param returns what the ERP should return
     * @param asked how it is asked, where that is more than a method and a path
     * @param reads where fields of the answer are read, when it is mapped
     * @param fields of the answer that the contract knows
     * @param sample what a test asks for unless somebody says otherwise
     */
    record EndpointView(
            ErpOperation operation,
            Group group,
            boolean required,
            boolean writes,
            String sends,
            String returns,
            Mode mode,
            String method,
            String path,
            String asked,
            Map<String, String> reads,
            List<String> fields,
            ObjectNode sample,
            @Nullable TestedView lastTest) {}

    /** @param sentence what was wrong; empty: nothing */
    record TestedView(boolean ok, @Nullable Integer status, long tookMillis, String sentence, String by, Instant at) {

        static TestedView of(OperationTest test) {
            return new TestedView(
                    test.ok(), test.status(), test.took().toMillis(), test.sentence(), test.by(), test.at());
        }
    }

    /** How customers are served. */
    enum State {
        LIVE,
        PAUSED,
        /** What is live cannot be used, so nothing is sent. */
        BROKEN
    }

    /**
     * What is asked for customers.
     *
     * @param version of the console; null: the ERP of the configuration, or the demo ERP
     * @param sentence why nothing is sent; empty: it is
     */
    record LiveErpView(
            State state,
            Source source,
            @Nullable Long version,
            String profile,
            @Nullable String baseUrl,
            @Nullable String by,
            @Nullable Instant at,
            String sentence) {}

    /** A shipped profile to start from. */
    record ShippedProfile(String name, String title, List<String> notes) {}
}
