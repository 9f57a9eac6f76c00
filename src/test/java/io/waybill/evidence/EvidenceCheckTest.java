package io.waybill.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.waybill.expression.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A document that is not what was handed out is found, whatever was done to it. */
class EvidenceCheckTest {

    private static final String ORDER = "SO-1";

    private final EvidenceRig rig = new EvidenceRig();

    @BeforeEach
    void sealsThreeTimes() {
        rig.order(ORDER, "pending");
        rig.writes("wamid.1", "5");
        rig.of(ORDER);
        rig.happens(ORDER, "confirmed");
        rig.of(ORDER);
        rig.happens(ORDER, "delivered");
    }

    @Test
    void takesNothingForWhatItOnlyLooksLike() {
        assertThat(problem(document -> document.put("count", "4"))).contains("\"count\"");
        assertThat(problem(document -> document.put("count", 4_294_967_300L))).contains("\"count\"");
        assertThat(problem(document -> document.put("head", 7))).contains("\"head\"");
        assertThat(problem(document -> ((ObjectNode) document.at("/entries/0")).set("parts", Json.array())))
                .contains("other personal parts");
        for (JsonNode part : new JsonNode[] {
            Json.object().put("erased", 1),
            Json.object().put("erased", "true"),
            Json.object().put("erased", false),
            Json.object().put("salt", "ab").put("text", 5)
        }) {
            assertThat(problem(document -> parts(document).set("payload", part)))
                    .as(part.toString())
                    .isNotNull();
        }
        assertThat(problem(document -> {
                    ObjectNode part = (ObjectNode) parts(document).path("payload");
                    part.put("salt", part.path("salt").asText().toUpperCase(Locale.ROOT));
                }))
                .contains("The salt of the part payload");
    }

    @Test
    void refusesADocumentWithoutEntriesInsteadOfFailing() {
        assertThat(problem(document -> document.set("entries", Json.object()))).contains("has no entries");
        assertThat(problem(document -> document.set("seals", Json.object()))).contains("\"seals\" is no list");
        assertThat(problem(document -> {
                    document.set("entries", Json.array());
                    document.set("seals", Json.array());
                    document.put("count", 0).put("head", Hashes.NOTHING);
                }))
                .contains("has no entries");
    }

    @Test
    void findsASealThatIsLeftOutInTheMiddle() {
        assertThat(problem(document -> ((ArrayNode) document.path("seals")).remove(1)))
                .contains("does not follow the one before it");
    }

    @Test
    void findsAnEarlierSealThatIsMadeAnewWithAnotherTime() {
        assertThat(problem(document -> {
                    ObjectNode first = (ObjectNode) document.at("/seals/0");
                    first.put("at", "2020-01-01T00:00:00Z");
                    first.put(
                            "hash",
                            Hashes.next(
                                    first.path("previous").asText(),
                                    Seals.Seal.hashed(
                                            ORDER,
                                            first.path("before").asText(),
                                            first.path("entries").asInt(),
                                            first.path("head").asText(),
                                            Instant.parse("2020-01-01T00:00:00Z"))));
                }))
                .contains("does not follow the one before it");
    }

    @Test
    void saysOfADocumentThatIsCutOffAtAnEarlierSealThatItIsNotTheNewest() {
        byte[] whole = rig.of(ORDER);
        byte[] cut = changed(document -> {
            ArrayNode entries = (ArrayNode) document.path("entries");
            ArrayNode seals = (ArrayNode) document.path("seals");
            seals.remove(2);
            int left = seals.get(1).path("entries").asInt();
            while (entries.size() > left) {
                entries.remove(left);
            }
            document.put("count", left).put("head", seals.get(1).path("head").asText());
        });

        assertThat(EvidenceCheck.of(cut).intact())
                .as("it fits together, which is all that the document can say")
                .isTrue();
        assertThat(verdict(cut)).isEqualTo(new Sealed(false, 1));
        assertThat(verdict(whole)).isEqualTo(new Sealed(true, 0));
        assertThat(EvidenceController.Verdict.of(EvidenceCheck.of(new byte[] {'{'}), rig.seals)
                        .sealedHere())
                .isNull();
    }

    private record Sealed(Boolean here, Integer since) {}

    private Sealed verdict(byte[] document) {
        EvidenceController.Verdict verdict = EvidenceController.Verdict.of(EvidenceCheck.of(document), rig.seals);
        return new Sealed(verdict.sealedHere(), verdict.sealsSince());
    }

    private String problem(Consumer<ObjectNode> change) {
        EvidenceCheck.CheckedEvidence result = EvidenceCheck.of(changed(change));
        assertThat(result.intact()).isFalse();
        return result.problem();
    }

    private byte[] changed(Consumer<ObjectNode> change) {
        ObjectNode document = (ObjectNode) Json.read(new String(rig.of(ORDER), StandardCharsets.UTF_8));
        change.accept(document);
        return CanonicalJson.bytes(document);
    }

    private static ObjectNode parts(ObjectNode document) {
        for (JsonNode entry : document.path("entries")) {
            if (entry.path("kind").asText().equals("message.in")) {
                return (ObjectNode) entry.path("parts");
            }
        }
        throw new AssertionError("No message in " + document);
    }
}
