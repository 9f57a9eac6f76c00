package io.waybill.erp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.erp.EndpointProfile.Files;
import io.waybill.erp.SentFiles.SentFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files in a request. Where their bytes go, a text stands for them until the request is written. */
final class FileFields {

    /** From Unicode's private use: no customer's text begins with it by chance. */
    private static final String STAND_IN = "\uE000file:";

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

    /**
     * Puts the files of {@code request} into it as our contract and the profile want it: {@code resume} becomes
     * {@code resume_filename}, {@code resume_mime} and either {@code resume_base64} or {@code resume_url}.
     *
     * @return the files whose bytes go with it, by what stands for them
     */
    Map<String, SentFile> flatten(Contract contract, ObjectNode request) {
        Map<String, SentFile> inline = new HashMap<>();
        for (String field : fields(contract, request)) {
            SentFile file = taken(field, request.remove(field), inline);
            request.put(field + "_filename", file.filename()).put(field + "_mime", file.mime());
            if (mode == Files.LINK) {
                request.put(field + "_url", file.link().toString());
            } else {
                request.put(field + "_base64", standIn(inline, file));
            }
        }
        return mode == Files.LINK ? Map.of() : inline;
    }

    /**
     * Puts the files of {@code request} into it for a mapped operation: {@code resume.filename}, {@code .mime}, {@code .size},
     * {@code .base64}, and {@code .url} where it is known how we are reached.
     *
     * @return the files, by what stands for their bytes
     */
    Map<String, SentFile> describe(Contract contract, ObjectNode request) {
        Map<String, SentFile> all = new HashMap<>();
        for (String field : fields(contract, request)) {
            SentFile file = taken(field, request.remove(field), all);
            ObjectNode described = request.putObject(field)
                    .put("filename", file.filename())
                    .put("mime", file.mime())
                    .put("size", file.size())
                    .put("base64", standIn(all, file));
            if (files.haveLinks()) {
                described.put("url", file.link().toString());
            }
        }
        return all;
    }

    private SentFile taken(String field, JsonNode reference, Map<String, SentFile> taken) {
        SentFile file = find(reference)
                .orElseThrow(() -> new IllegalStateException("The file of %s is gone.".formatted(field)));
        taken.put(STAND_IN + reference.path("id").textValue(), file);
        return file;
    }

    private static String standIn(Map<String, SentFile> taken, SentFile file) {
        return taken.entrySet().stream()
                .filter(entry -> entry.getValue() == file)
                .findFirst()
                .orElseThrow()
                .getKey();
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
