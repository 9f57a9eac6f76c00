package io.waybill.receipt;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.waybill.home.Home.HomeFile;
import io.waybill.home.Misconfigured;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/** A page in {@code templates/}: XHTML, and Mustache for what differs from receipt to receipt. */
final class ReceiptTemplate {

    private static final Mustache.Compiler MUSTACHE = Mustache.compiler()
            .withEscaper(Printable::html)
            .strictSections(true)
            .emptyStringIsFalse(true);

    /** Mustache's ways of writing a value as markup. */
    private static final Pattern UNESCAPED = Pattern.compile("\\{\\{\\s*[{&]");

    private static final DocumentBuilderFactory XML = xml();
    private static final int SHOWN = 80;

    private final HomeFile file;
    private final Template template;

    private ReceiptTemplate(HomeFile file, Template template) {
        this.file = file;
        this.template = template;
    }

    /**
     * Throws {@link Misconfigured} when it cannot be filled with one of {@code samples}, which together say everything a receipt can.
     *
     * @param parts files by name, of which {@code {{> name}}} takes {@code name.html} in
     */
    static ReceiptTemplate read(HomeFile file, Map<String, HomeFile> parts, List<ReceiptView> samples) {
        try {
            Mustache.Compiler compiler = MUSTACHE.withLoader(name -> new StringReader(part(name, parts)));
            ReceiptTemplate template = new ReceiptTemplate(file, compiler.compile(escaped(file)));
            samples.forEach(template::fill);
            return template;
        } catch (MustacheException e) {
            throw wrong(file, e.getMessage() + ".", e);
        }
    }

    private static String part(String name, Map<String, HomeFile> parts) {
        HomeFile part = parts.get(name + ".html");
        if (part == null) {
            throw new MustacheException("there is no templates/%s.html for {{> %s}}".formatted(name, name));
        }
        return escaped(part);
    }

    private static String escaped(HomeFile file) {
        if (UNESCAPED.matcher(file.text()).find()) {
            throw wrong(file, "it has {{{ or {{&, which let a name or an address be markup. Write {{ alone.", null);
        }
        return file.text();
    }

    Document fill(ReceiptView view) {
        String page = template.execute(view);
        try {
            DocumentBuilder parser = parser();
            // Says nothing by itself.
            parser.setErrorHandler(new DefaultHandler());
            return parser.parse(new InputSource(new StringReader(page)));
        } catch (SAXParseException e) {
            throw wrong(
                    file,
                    "%s It is in or before the line \"%s\".".formatted(e.getMessage(), line(page, e.getLineNumber())),
                    e);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw wrong(file, e.getMessage(), e);
        }
    }

    /** The factory is not for several threads. */
    private static synchronized DocumentBuilder parser() throws ParserConfigurationException {
        return XML.newDocumentBuilder();
    }

    private static String line(String page, int number) {
        String line = page.lines()
                .skip(Math.max(0, number - 1))
                .findFirst()
                .orElse("")
                .strip();
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    }

    private static Misconfigured wrong(HomeFile file, String reason, @Nullable Exception cause) {
        return new Misconfigured("The receipt template %s cannot be used: %s".formatted(file.origin(), reason), cause);
    }

    private static DocumentBuilderFactory xml() {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setExpandEntityReferences(false);
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        return factory;
    }
}
