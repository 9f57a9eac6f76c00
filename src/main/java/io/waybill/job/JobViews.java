package io.waybill.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.catalog.CustomerRows;
import io.waybill.catalog.CustomerRows.FlowChoice;
import io.waybill.erp.ErpOperation;
import io.waybill.job.ErpJobs.Listed;
import io.waybill.whatsapp.ShownOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ERP's job positions with what is ours about them. */
final class JobViews {

    private final HiddenJobs hidden;
    private final JobFlows flows;
    private final JobImages images;
    private final CustomerRows rows;

    JobViews(HiddenJobs hidden, JobFlows flows, JobImages images, CustomerRows rows) {
        this.hidden = hidden;
        this.flows = flows;
        this.images = images;
        this.rows = rows;
    }

    JobsView of(Listed listed) {
        Set<String> off = hidden.ids();
        Map<String, ShownOption> shownRows =
                rows.of(ErpOperation.LIST_JOBS, jobs(listed, off, true), jobs(listed, off, false));
        Map<String, List<String>> warnings =
                CustomerRows.warnings(listed.jobs().stream().collect(Collectors.toMap(JobViews::id, JobViews::name)));
        return new JobsView(
                true,
                listed.jobs().stream()
                        .map(job -> new JobView(
                                id(job),
                                name(job),
                                job.path("department_name").asText(""),
                                isActive(job),
                                !off.contains(id(job)),
                                images.byJob().getOrDefault(id(job), List.of()).stream()
                                        .findFirst()
                                        .orElse(null),
                                flows.byJob().get(id(job)),
                                shownRows.get(id(job)),
                                warnings.getOrDefault(id(job), List.of())))
                        .toList(),
                listed.asOf(),
                listed.readAt(),
                rows.flows());
    }

    private static List<JsonNode> jobs(Listed listed, Set<String> off, boolean shown) {
        return listed.jobs().stream()
                .filter(job -> (isActive(job) && !off.contains(id(job))) == shown)
                .toList();
    }

    private static String id(JsonNode job) {
        return job.path("id").asText();
    }

    private static String name(JsonNode job) {
        return job.path("name").asText();
    }

    private static boolean isActive(JsonNode job) {
        return job.path("active").asBoolean(true);
    }

    /**
     * @param available false: the ERP lists no jobs, see its endpoint LIST_JOBS
     * @param asOf when the ERP gave this list, if it does not answer now
     * @param readAt when the list was read; null: not known
     * @param flows those that can be assigned
     */
    record JobsView(
            boolean available,
            List<JobView> jobs,
            @Nullable String asOf,
            @Nullable Instant readAt,
            List<FlowChoice> flows) {}

    /**
     * Visibility, picture and flow are ours; all else is the ERP's, and changed there.
     *
     * @param department empty: the ERP says none
     * @param active in the ERP
     * @param visible to customers, while the ERP has it active
     * @param image id of its picture; null: it has none
     * @param flow by which people apply; null: the one that lists it
     * @param row as WhatsApp shows it, or would; null: no flow lists jobs
     * @param warnings what customers may stumble over
     */
    record JobView(
            String externalJobId,
            String name,
            String department,
            boolean active,
            boolean visible,
            @Nullable String image,
            @Nullable String flow,
            @Nullable ShownOption row,
            List<String> warnings) {}
}
