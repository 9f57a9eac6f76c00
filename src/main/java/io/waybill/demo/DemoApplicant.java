package io.waybill.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who applied, as the demo ERP has it: of a file it keeps what it takes to compare it.
 *
 * @param sha256 of the file, hex
 */
public record DemoApplicant(
        String externalApplicantId,
        String jobId,
        String job,
        String name,
        String email,
        @Nullable String phone,
        @Nullable String filename,
        @Nullable String mime,
        @Nullable Long size,
        @Nullable String sha256,
        Instant createdAt) {}
