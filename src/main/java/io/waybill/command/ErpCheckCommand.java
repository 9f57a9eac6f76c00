package io.waybill.command;

import io.waybill.erp.check.CheckOptions;
import io.waybill.erp.check.CheckReport;
import io.waybill.erp.check.OperationReport.Verdict;
import io.waybill.erp.check.ReportJson;
import io.waybill.erp.check.ReportText;
import io.waybill.erp.check.StandaloneErp;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code erp check}: holds the ERP against the contract and says what to mend. */
@Command(
        name = "check",
        description =
                "Holds the ERP against the contract. Exit code 0: no errors; 1: errors; 2: it could not be checked as asked.",
        mixinStandardHelpOptions = true)
final class ErpCheckCommand extends CheckCommand {

    @Option(names = "--write", description = "Also make a test customer, a test order and a test applicant.")
    private boolean write;

    @Option(
            names = "--payment",
            description = "With --write: also request a payment for the test order, of --phone. Not done otherwise.")
    private boolean payment;

    @Option(names = "--base-url", paramLabel = "URL", description = "Instead of waybill.erp.base-url.")
    private @Nullable String baseUrl;

    @Option(names = "--profile", paramLabel = "NAME", description = "Instead of waybill.erp.profile.")
    private @Nullable String profile;

    @Option(
            names = "--slow",
            paramLabel = "TIME",
            converter = Time.class,
            description = "The 95th percentile that is too slow (2s).")
    private Duration slow = CheckOptions.usual().slow();

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            converter = Time.class,
            description = "How long the check may take (60s).")
    private Duration deadline = CheckOptions.usual().deadline();

    @Option(names = "--reads", paramLabel = "NUMBER", description = "How often a read is asked (5).")
    private int reads = CheckOptions.usual().reads();

    @Option(
            names = "--product",
            paramLabel = "ID",
            description = "The ERP's id of the product to ask for and to order.")
    private @Nullable String product;

    @Option(names = "--phone", paramLabel = "NUMBER", description = "Of the test customer (+10000000000, nobody's).")
    private String phone = CheckOptions.NOBODYS_PHONE;

    @Override
    Findings check(Map<String, String> common) {
        Map<String, String> properties = new LinkedHashMap<>(common);
        put(properties, "waybill.erp.base-url", baseUrl);
        put(properties, "waybill.erp.profile", profile);
        try (StandaloneErp erp = StandaloneErp.start(properties)) {
            CheckReport report =
                    erp.check().check(new CheckOptions(write, reads, slow, deadline, product, phone, payment));
            return new Findings(
                    report.verdict() != Verdict.ERROR,
                    ReportText.lines(report),
                    ReportJson.of(report).toPrettyString());
        }
    }

    private static void put(Map<String, String> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }

    /** Durations as in the configuration: {@code 500ms}, {@code 2s}. */
    static final class Time implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            try {
                return DurationStyle.detectAndParse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("\"%s\" is no time: it looks like 500ms or 2s.".formatted(text));
            }
        }
    }
}
