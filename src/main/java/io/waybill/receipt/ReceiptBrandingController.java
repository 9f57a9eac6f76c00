package io.waybill.receipt;

import io.waybill.access.Audit;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.media.Picture;
import io.waybill.media.Scaling;
import io.waybill.receipt.Branding.Kind;
import java.io.IOException;
import java.security.Principal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.server.ResponseStatusException;

/** The name, logo and words on receipts; every change is a new version, for new receipts only. */
@RestController
@RequestMapping("/api/v1/receipt-branding/{kind}")
@Needs(Permission.SETTINGS_READ)
class ReceiptBrandingController {

    private static final int MOST_BYTES = 2 * 1024 * 1024;
    /** 12 pixels a millimetre of what the template gives it. */
    private static final Scaling LOGO = new Scaling(720, 216);

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,2}");

    private final ReceiptBranding brandings;
    private final ReceiptRenderer renderer;
    private final Audit audit;

    ReceiptBrandingController(ReceiptBranding brandings, ReceiptRenderer renderer, Audit audit) {
        this.brandings = brandings;
        this.renderer = renderer;
        this.audit = audit;
    }

    @GetMapping
    BrandingView current(@PathVariable String kind) {
        return BrandingView.of(branding(kind));
    }

    /** The logo stays. */
    @PutMapping
    @Needs(Permission.SETTINGS_EDIT)
    BrandingView change(@PathVariable String kind, @RequestBody Texts texts, Principal principal) {
        Branding before = branding(kind);
        return save(texts.over(before), principal);
    }

    @PostMapping("/logo")
    @Needs(Permission.SETTINGS_EDIT)
    BrandingView changeLogo(@PathVariable String kind, @RequestParam MultipartFile file, Principal principal)
            throws IOException {
        if (file.getSize() > MOST_BYTES) {
            throw unfit("The logo has more than 2 MB. Make it smaller.");
        }
        Picture logo = LOGO.png(new Picture(file.getBytes()))
                .orElseThrow(() -> unfit("This is no JPEG or PNG that can be read. Save it as one of these."));
        return save(branding(kind).with(logo), principal);
    }

    @DeleteMapping("/logo")
    @Needs(Permission.SETTINGS_EDIT)
    BrandingView removeLogo(@PathVariable String kind, Principal principal) {
        return save(branding(kind).with(null), principal);
    }

    @GetMapping(path = "/logo", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] logo(@PathVariable String kind) {
        Picture logo = branding(kind).logo();
        if (logo == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no logo yet. Upload one.");
        }
        return logo.bytes();
    }

    /** A receipt of nobody, as customers would get it now. */
    @GetMapping(path = "/preview", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] preview(@PathVariable String kind, @RequestParam(defaultValue = "en") String language) {
        if (!LANGUAGE.matcher(language).matches()) {
            throw unfit("The language is a code such as en or fr.");
        }
        return renderer.render(SampleReceipts.of(branding(kind), language));
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ProblemDetail tooLarge(MaxUploadSizeExceededException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.PAYLOAD_TOO_LARGE, "The logo has more than 2 MB. Make it smaller.");
    }

    @ExceptionHandler(MissingServletRequestPartException.class)
    ProblemDetail noFile(MissingServletRequestPartException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "Send the logo as multipart/form-data, in the part \"file\".");
    }

    private BrandingView save(Branding branding, Principal principal) {
        String kind = branding.kind().toString();
        return BrandingView.of(audit.change(
                "receipt.branding",
                kind,
                () -> current(kind),
                () -> brandings
                        .save(branding, principal.getName())
                        .orElseThrow(() -> new ResponseStatusException(
                                HttpStatus.CONFLICT,
                                "Somebody else has changed it meanwhile. Look at what it is now, then save again."))));
    }

    private Branding branding(String kind) {
        return brandings.current(Kind.of(kind)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "Receipts have the brandings order and payment, not %s.".formatted(kind))));
    }

    private static ResponseStatusException unfit(String sentence) {
        return new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, sentence);
    }

    /**
     * What is empty or left out is not on receipts; there is always a name.
     *
     * @param version of what was changed, so that nobody writes over what they have not seen
     */
    record Texts(
            @Nullable Integer version,
            @Nullable String name,
            @Nullable String tagline,
            @Nullable String footer) {

        private static final int LONGEST_NAME = 80;
        private static final int LONGEST_TAGLINE = 160;
        private static final int LONGEST_FOOTER = 500;

        Branding over(Branding before) {
            String named = within(name, LONGEST_NAME, "name");
            if (named == null) {
                throw unfit("A receipt carries the name of the store: send \"name\".");
            }
            if (version == null) {
                throw unfit("Send the \"version\" that you have changed.");
            }
            return new Branding(
                    before.kind(),
                    version,
                    named,
                    within(tagline, LONGEST_TAGLINE, "tagline"),
                    within(footer, LONGEST_FOOTER, "footer"),
                    before.logo());
        }

        private static @Nullable String within(@Nullable String text, int longest, String field) {
            if (text == null || text.isBlank()) {
                return null;
            }
            if (text.length() > longest) {
                throw unfit("The %s has %d characters; receipts have room for %d."
                        .formatted(field, text.length(), longest));
            }
            return text.strip();
        }
    }

    /** @param version grows by one with every change */
    record BrandingView(
            String kind,
            int version,
            String name,
            @Nullable String tagline,
            @Nullable String footer,
            boolean hasLogo) {

        static BrandingView of(Branding branding) {
            return new BrandingView(
                    branding.kind().toString(),
                    branding.version(),
                    branding.name(),
                    branding.tagline(),
                    branding.footer(),
                    branding.logo() != null);
        }
    }
}
