package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.EndpointProfile.Files;
import io.waybill.erp.SentFiles.SentFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts a file into a request as the profile wants it: {@code resume} becomes {@code resume_filename}, {@code resume_mime} and
 * either {@code resume_base64} or {@code resume_url}.
 */
final class FileFields {

    private final SentFiles files;
    private final Files mode;

    FileFields(SentFiles files, Files mode) {
        this.files = files;
        this.mode = mode;
    }

    /** A sentence about the first field that holds no file, or one that is not kept any more. */
    Optional<String> problemOf(Contract contract, ObjectNode request) {
        return fields(contract, request).stream()
                .filter(field -> find(request.get(field)).isEmpty())
                .findFirst()
                .map(field -> ContractCheck.isFile(request.get(field))
                        ? "%s was not sent: the file of %s is not kept any more.".formatted(contract.operation(), field)
                        : "%s was not sent: %s is %s, not a file that a customer sent."
                                .formatted(contract.operation(), field, ContractCheck.describe(request.get(field))));
    }

    /** Takes the files out of {@code request}, in place, and gives back what is to be sent of it. */
    ErpBody expand(Contract contract, ObjectNode request) {
        Map<String, SentFile> inline = new TreeMap<>();
        for (String field : fields(contract, request)) {
            SentFile file = find(request.remove(field))
                    .orElseThrow(() -> new IllegalStateException("The file of %s is gone.".formatted(field)));
            request.put(field + "_filename", file.filename()).put(field + "_mime", file.mime());
            if (mode == Files.LINK) {
                request.put(field + "_url", file.link().toString());
            } else {
                inline.put(field + "_base64", file);
            }
        }
        return new ErpBody(request, inline);
    }

    private Optional<SentFile> find(JsonNode reference) {
        return ContractCheck.isFile(reference) ? files.find(reference.path("id").textValue()) : Optional.empty();
    }

    private static List<String> fields(Contract contract, ObjectNode request) {
        return contract.request().stream()
                .filter(field -> field.type() == Contract.Type.FILE && request.hasNonNull(field.name()))
                .map(Contract.Field::name)
                .toList();
    }
}
