package io.waybill.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;

/** Templates at Meta, by the route {@code whatsapp-ask}. Rules are checked by the caller: a refused call counts against Meta's limits. */
public class TemplateApi {

    private static final String FIELDS =
            "id,name,language,status,category,parameter_format,components,quality_score,rejected_reason";
    private static final int PAGE = 100;
    /** Meta keeps at most 6,000 templates of an account. */
    private static final int MOST_PAGES = 100;

    private final AskRoute route;

    TemplateApi(CamelContext camel, ProducerTemplate producer) {
        this.route = new AskRoute(camel, producer);
    }

    /** Meta did not do it; the message is a sentence for people that says why and what to do. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean exists;

        Refused(String sentence, @Nullable Throwable cause) {
            super(sentence, cause);
            exists = false;
        }

        Refused(String sentence, boolean exists) {
            super(sentence);
            this.exists = exists;
        }

        /** Meta has a template of that name and language. */
        public boolean exists() {
            return exists;
        }
    }

    /**
     * All of the account that {@code channel} belongs to.
     *
     * @throws Refused when Meta does not give all of them
     */
    public List<JsonNode> list(WhatsAppChannel channel) {
        List<JsonNode> all = new ArrayList<>();
        String url = "%s?fields=%s&limit=%d".formatted(channel.templatesUrl(), FIELDS, PAGE);
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode answer = ask(channel, "GET", url + after, null);
            answer.path("data").forEach(all::add);
            String cursor = new Fields(answer.path("paging").path("cursors")).filled("after");
            if (cursor == null || !answer.path("paging").has("next")) {
                return all;
            }
            after = "&after=" + encoded(cursor);
        }
        throw new Refused("Meta lists more templates than an account can have.", null);
    }

    /**
     * Asks Meta to approve {@code template}.
     *
     * @return its id, status and category, which may be another one than was asked for
     * @throws Refused when Meta does not take it
     */
    public JsonNode create(WhatsAppChannel channel, ObjectNode template) {
        return ask(channel, "POST", channel.templatesUrl(), template);
    }

    /**
     * Has the template with this id changed.
     *
     * @param change what is new: category, components or message_send_ttl_seconds
     * @throws Refused when Meta does not take it
     */
    public void edit(WhatsAppChannel channel, String id, ObjectNode change) {
        ask(channel, "POST", channel.objectUrl(id), change);
    }

    /**
     * @param id of the one language to delete; null: all of that name
     * @throws Refused when Meta keeps it
     */
    public void delete(WhatsAppChannel channel, String name, @Nullable String id) {
        String which = "?name=" + encoded(name) + (id == null ? "" : "&hsm_id=" + encoded(id));
        ask(channel, "DELETE", channel.templatesUrl() + which, null);
    }

    private JsonNode ask(WhatsAppChannel channel, String method, String url, @Nullable ObjectNode body) {
        AskRoute.Answer came;
        try {
            came = route.ask(channel, method, url, body);
        } catch (AskRoute.Unanswered e) {
            throw unreached(e);
        }
        return answer(came.status(), came.body());
    }

    static Refused unreached(Exception cause) {
        return new Refused("Meta could not be reached: check the network and waybill.whatsapp.base-url.", cause);
    }

    /** @throws Refused for what is no success */
    static JsonNode answer(int status, byte @Nullable [] body) {
        JsonNode answer = GraphAnswer.json(body);
        if (status != 200 || !answer.isObject() || answer.has("error")) {
            Fields error = new Fields(answer.path("error"));
            throw new Refused(TemplateErrors.sentence(error, status), TemplateErrors.exists(error));
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
