package io.waybill.whatsapp;

import io.waybill.whatsapp.MetaTemplate.Header;
import io.waybill.whatsapp.TemplateFinding.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Meta's rules for templates, checked before Meta is asked: each mistake with its field and what to do. */
public final class TemplateRules {

    static final int BODY_MAX = 1024;
    static final int HEADER_MAX = 60;

    private static final int FOOTER_MAX = 60;
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,512}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(_[A-Z]{2})?");
    private static final Pattern MARKDOWN = Pattern.compile("[*_~`\\n]");
    private static final Set<String> FILES = Set.of("IMAGE", "VIDEO", "DOCUMENT", "GIF");
    private static final Map<String, Ttl> TTL = Map.of(
            "AUTHENTICATION",
            new Ttl(30, 900),
            "UTILITY",
            new Ttl(30, 43_200),
            "MARKETING",
            new Ttl(43_200, 2_592_000));
    private static final int TTL_LONGEST = -1;

    private final MetaTemplate template;
    private final List<TemplateFinding> findings = new ArrayList<>();

    private record Ttl(int least, int most) {}

    TemplateRules(MetaTemplate template) {
        this.template = template;
    }

    /** Errors first. */
    public static List<TemplateFinding> check(MetaTemplate template) {
        TemplateRules rules = new TemplateRules(template);
        rules.check();
        TemplateHints.look(template, rules);
        return rules.findings.stream()
                .sorted((a, b) -> a.level().compareTo(b.level()))
                .toList();
    }

    /** As {@link #check(MetaTemplate)}, and against the templates there are already. */
    public static List<TemplateFinding> check(MetaTemplate template, Collection<MetaTemplate> others) {
        List<TemplateFinding> all = new ArrayList<>();
        for (MetaTemplate other : others) {
            if (other.name().equals(template.name()) && other.language().equals(template.language())) {
                all.add(new TemplateFinding(
                        Level.ERROR,
                        "name",
                        "There is a template %s in %s already: edit that one, or choose another name."
                                .formatted(other.name(), other.language())));
            } else if (!template.body().isBlank()
                    && other.body().equals(template.body())
                    && String.valueOf(other.footer()).equals(String.valueOf(template.footer()))) {
                all.add(new TemplateFinding(
                        Level.ERROR,
                        "body",
                        "The template %s (%s) has the same body and footer, and Meta refuses a second one: use that one, or word it differently."
                                .formatted(other.name(), other.language())));
            }
        }
        all.addAll(check(template));
        return all;
    }

    void error(String field, String sentence, Object... values) {
        findings.add(new TemplateFinding(Level.ERROR, field, sentence.formatted(values)));
    }

    void hint(String field, String sentence, Object... values) {
        findings.add(new TemplateFinding(Level.HINT, field, sentence.formatted(values)));
    }

    private void check() {
        require(
                NAME.matcher(template.name()).matches(),
                "name",
                "A name has 1 to 512 characters, of small letters, digits and _ only.");
        require(
                LANGUAGE.matcher(template.language()).matches(),
                "language",
                "A language is written as Meta does, such as en, fr or pt_BR.");
        require(
                TTL.containsKey(template.category()),
                "category",
                "The category is UTILITY, MARKETING or AUTHENTICATION.");
        template.others()
                .forEach(type -> error("components", "Waybill does not know components of the type %s.", type));
        header();
        body();
        footer();
        new ButtonRules(template, this).check();
        ttl();
    }

    void require(boolean right, String field, String sentence, Object... values) {
        if (!right) {
            error(field, sentence, values);
        }
    }

    private void header() {
        Header header = template.header();
        if (header == null) {
            return;
        }
        if (header.format().equals(Header.TEXT)) {
            length("header", header.text(), HEADER_MAX);
            require(
                    !MARKDOWN.matcher(MetaTemplate.filled(header.text(), name -> ""))
                            .find(),
                    "header",
                    "A header has one line and none of * _ ~ `: take them out.");
            List<String> names = new VariableRules(template, this).check("header", header.text());
            require(names.size() <= 1, "header", "A header has one variable at most, not %d.", names.size());
        } else if (FILES.contains(header.format())) {
            require(
                    template.examples().containsKey(TemplateReader.HANDLE),
                    "header",
                    "Meta wants an example of the file: upload it by the resumable upload API and give example.header_handle.");
            require(
                    !header.format().equals("GIF") || template.category().equals("MARKETING"),
                    "header",
                    "Only a marketing template has a GIF: use an image or a video.");
        } else {
            require(
                    header.format().equals("LOCATION"),
                    "header",
                    "A header's format is TEXT, IMAGE, VIDEO, DOCUMENT, GIF or LOCATION, not %s.",
                    header.format());
            require(
                    !template.category().equals("AUTHENTICATION"),
                    "header",
                    "An authentication template has no location.");
        }
    }

    private void body() {
        if (template.category().equals("AUTHENTICATION") && template.body().isEmpty()) {
            return; // Meta words it itself.
        }
        length("body", template.body(), BODY_MAX);
        new VariableRules(template, this).checkBody();
    }

    private void footer() {
        if (template.footer() != null) {
            length("footer", template.footer(), FOOTER_MAX);
            require(!template.footer().contains("{{"), "footer", "A footer has no variables: move it into the body.");
        }
    }

    private void length(String field, String text, int most) {
        require(
                !text.isBlank() && text.length() <= most,
                field,
                "The %s has 1 to %d characters, not %d.",
                field,
                most,
                text.isBlank() ? 0 : text.length());
    }

    private void ttl() {
        Ttl bounds = TTL.get(template.category());
        Integer ttl = template.ttlSeconds();
        if (bounds != null && ttl != null) {
            require(
                    ttl == TTL_LONGEST || ttl >= bounds.least && ttl <= bounds.most,
                    "message_send_ttl_seconds",
                    "For this category it is %d to %d seconds, or -1 for 30 days.",
                    bounds.least,
                    bounds.most);
        }
    }
}
