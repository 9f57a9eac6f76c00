package io.waybill.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.waybill.erp.ErpOperation;
import io.waybill.expression.Json;
import io.waybill.message.Content;
import io.waybill.message.Content.MediaKind;
import io.waybill.message.FileReply;
import io.waybill.message.FileWanted;
import io.waybill.message.StoredFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileQuestionTest {

    private static final StoredFile CV = new StoredFile("f00d", "cv.pdf", "application/pdf", 48_213, "ab".repeat(32));
    private static final Content DOCUMENT =
            new Content.Media(MediaKind.DOCUMENT, "m1", "application/pdf", "c2hh", "my CV", "../cv.pdf");

    @Test
    void fetchesTheFileAndKeepsOnlyWhatPointsToIt() {
        Conversation shop = asks("\"accept\": [\"application/pdf\"], \"max\": 5");
        shop.files = wanted -> new FileReply.Stored(CV);

        shop.receives(DOCUMENT);

        assertThat(shop.fetches)
                .containsExactly(new FileWanted("m1", "c2hh", "../cv.pdf", List.of("application/pdf"), 5_000_000));
        assertThat(Json.write(shop.session.variables().path("it")))
                .isEqualTo(
                        "{\"id\":\"f00d\",\"filename\":\"cv.pdf\",\"mime\":\"application/pdf\",\"size\":48213,\"sha256\":\"%s\"}"
                                .formatted("ab".repeat(32)));
        assertThat(shop.lastBody()).isEqualTo("Got cv.pdf.");
    }

    @Test
    void waitsForTheFileAndForNothingElseMeanwhile() {
        Conversation shop = asks("\"max\": 5");
        Turn fetching = shop.engine.advance(shop.session, new Event.Received(shop.message(DOCUMENT)), shop.world());

        assertThat(Session.fromJson(fetching.session().toJson())).isEqualTo(fetching.session());
        assertThat(fetching.effects()).hasSize(1).first().isInstanceOf(Effect.Fetch.class);
        assertThatThrownBy(() -> shop.engine.advance(
                        fetching.session(), new Event.Received(shop.message(new Content.Text("Hello?"))), shop.world()))
                .isInstanceOf(IllegalStateException.class);
        Turn other = shop.engine.advance(
                fetching.session(), new Event.Fetched("another", new FileReply.Stored(CV)), shop.world());
        assertThat(other.session()).isEqualTo(fetching.session());
    }

    @ParameterizedTest
    @CsvSource({
        "DOCUMENT, true",
        "IMAGE, true",
        "VIDEO, false",
        "AUDIO, false",
        "STICKER, false",
    })
    void fetchesNothingThatCannotBeTheAnswer(MediaKind kind, boolean fetched) {
        Conversation shop = asks("\"accept\": [\"application/pdf\", \"image/*\"]");

        shop.receives(new Content.Media(kind, "m1", "application/pdf", null, null, null));

        assertThat(shop.fetches).hasSize(fetched ? 1 : 0);
    }

    @Test
    void fetchesNoFileAtAQuestionForSomethingElse() {
        Conversation shop =
                new Conversation(flow("{\"id\": \"a\", \"say\": \"Name?\", \"ask\": {\"type\": \"text\"}}"));
        shop.says("go").receives(DOCUMENT);

        assertThat(shop.fetches).isEmpty();
        assertThat(shop.lastBody()).contains("Name?");
    }

    @Test
    void asksAgainForTheRightTypeAndSizeUntilAPersonTakesOver() {
        Conversation shop = asks("\"max\": 5, \"retry\": \"At most {{max}} MB.\"");
        shop.files = wanted -> new FileReply.TooLarge();
        shop.receives(DOCUMENT);
        assertThat(shop.lastBody()).isEqualTo("At most 5 MB.");

        shop.files = wanted -> new FileReply.WrongType("application/zip");
        shop.receives(DOCUMENT);
        assertThat(shop.isHandedOver()).isFalse();
        shop.receives(DOCUMENT);

        assertThat(shop.isHandedOver()).isTrue();
        assertThat(shop.session.variables().has("it")).isFalse();
    }

    @Test
    void saysWhatIsWrongWhereTheQuestionDoesNot() {
        Conversation shop = asks("\"max\": 5");
        shop.files = wanted -> new FileReply.TooLarge();
        assertThat(shop.receives(DOCUMENT).lastBody()).contains("too large").contains("File?");

        shop.files = wanted -> new FileReply.WrongType("application/zip");
        assertThat(shop.receives(DOCUMENT).lastBody()).contains("kind of file").contains("File?");
    }

    @Test
    void countsNoTryWhenTheFileDoesNotArrive() {
        Conversation shop = asks("\"max\": 5");
        for (int i = 0; i < 9; i++) {
            assertThat(shop.receives(DOCUMENT).lastBody())
                    .contains("did not reach us")
                    .contains("File?");
            assertThat(shop.incidents())
                    .singleElement()
                    .satisfies(incident -> assertThat(incident.what()).contains("There are no files."));
        }

        shop.files = wanted -> new FileReply.Stored(CV);
        assertThat(shop.receives(DOCUMENT).lastBody()).isEqualTo("Got cv.pdf.");
    }

    @Test
    void holdsTheFileAgainstTheCheckOfTheQuestion() {
        Conversation shop = asks("\"check\": \"= input.size < 1000\", \"retry\": \"Smaller, please.\"");
        shop.files = wanted -> new FileReply.Stored(CV);

        assertThat(shop.receives(DOCUMENT).lastBody()).isEqualTo("Smaller, please.");
    }

    @Test
    void sendsTheFileAsOneField() {
        Conversation employer = Conversation.employer();
        employer.files = wanted -> new FileReply.Stored(CV);
        employer.says("jobs").taps("Rider").says("Amina W.").says("amina@example.com");

        employer.receives(DOCUMENT).taps("Send");

        JsonNode request =
                employer.callsOf(ErpOperation.CREATE_APPLICANT).getFirst().request();
        assertThat(request.path("role").asText()).isEqualTo("J1");
        assertThat(request.path("resume").path("id").asText()).isEqualTo("f00d");
        assertThat(employer.lastBody()).contains("Reference: A1");
    }

    @Test
    void refusesAJobThatIsSwitchedOffMeanwhile() {
        Conversation employer = Conversation.employer();
        employer.says("jobs");
        employer.hidden.add("J1");

        employer.taps("Rider");

        assertThat(employer.lastBody()).contains("not available any more");
        assertThat(employer.titles()).containsExactly("Cook");
    }

    private static Conversation asks(String more) {
        Conversation shop = new Conversation(flow(
                "{\"id\": \"a\", \"say\": \"File?\", \"ask\": {\"type\": \"file\", \"save\": \"it\", %s}}, {\"id\": \"b\", \"say\": \"Got {{it.filename}}.\", \"next\": \"@human\"}"
                        .formatted(more)));
        return shop.says("go");
    }

    private static FlowDefinition flow(String steps) {
        return new FlowLoader()
                .load(
                        "{\"schema\": 1, \"id\": \"f\", \"title\": \"F\", \"lang\": \"en\", \"start\": [\"go\"], \"steps\": [%s]}"
                                .formatted(steps));
    }
}
