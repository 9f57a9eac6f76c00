package io.waybill.catalog;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.waybill.access.Audit;
import io.waybill.access.Needs;
import io.waybill.access.Permission;
import io.waybill.media.ImageUse;
import io.waybill.media.Images;
import java.io.IOException;
import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.server.ResponseStatusException;

/** Takes pictures in, lists them, and says which product has which. */
@RestController
@Needs(Permission.CATALOG_READ)
class ImageController {

    private static final int LONGEST_ALT = 300;

    private final Images images;
    private final ProductImages attached;
    private final List<ImageUse> uses;
    private final Audit audit;

    ImageController(Images images, ProductImages attached, List<ImageUse> uses, Audit audit) {
        this.images = images;
        this.attached = attached;
        this.uses = uses;
        this.audit = audit;
    }

    /** 201 for a new picture, 200 for one that is there already. */
    @PostMapping("/api/v1/images")
    @Needs(Permission.CATALOG_EDIT)
    ResponseEntity<ImageView> upload(@RequestParam MultipartFile file, Principal principal) throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return switch (images.upload(name, file.getBytes(), principal.getName())) {
            case Images.Upload.Kept(Images.Image image, boolean isNew) ->
                ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                        .body(view(image, used()));
            case Images.Upload.Refused(String reason) ->
                throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, reason);
        };
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ProblemDetail tooLarge(MaxUploadSizeExceededException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "The picture is too large: WhatsApp takes 5 MB at most. Make it smaller.");
    }

    @ExceptionHandler(MissingServletRequestPartException.class)
    ProblemDetail noFile(MissingServletRequestPartException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, "Send the picture as multipart/form-data, in the part \"file\".");
    }

    /** The latest first. */
    @GetMapping("/api/v1/images")
    List<ImageView> images() {
        Map<String, List<String>> used = used();
        return images.all().stream().map(image -> view(image, used)).toList();
    }

    /** What the picture shows, for those who do not see it. */
    @PutMapping("/api/v1/images/{id}")
    @Needs(Permission.CATALOG_EDIT)
    ImageView describe(@PathVariable String id, @RequestBody ImageDescription description) {
        String alt = Objects.requireNonNullElse(description.altText(), "").strip();
        if (alt.length() > LONGEST_ALT) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "The text says what the picture shows in at most %d characters.".formatted(LONGEST_ALT));
        }
        return images.describe(id, alt).map(image -> view(image, used())).orElseThrow(() -> unknown(id));
    }

    /** Only of one that is used nowhere. */
    @DeleteMapping("/api/v1/images/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.CATALOG_EDIT)
    void delete(@PathVariable String id) {
        List<String> where = used().getOrDefault(id, List.of());
        if (!where.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "The picture is used by %s. Remove it there first.".formatted(String.join(", ", where)));
        }
        try {
            if (!images.delete(id)) {
                throw unknown(id);
            }
            audit.done("image.delete", id, null, null);
        } catch (DataIntegrityViolationException e) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "The picture has come into use in the meantime. Reload the page.", e);
        }
    }

    private static ResponseStatusException unknown(String id) {
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "There is no picture %s. Somebody may have deleted it.".formatted(id));
    }

    @GetMapping("/api/catalog/products/{externalProductId}/images")
    List<String> images(@PathVariable String externalProductId) {
        return attached.byProduct().getOrDefault(externalProductId, List.of());
    }

    /** The ids of all pictures of the product, in order; one that is left out stays uploaded. */
    @PutMapping("/api/catalog/products/{externalProductId}/images")
    @Needs(Permission.CATALOG_EDIT)
    List<String> attach(@PathVariable String externalProductId, @RequestBody List<String> ids, Principal principal) {
        check(ids);
        audit.run(
                "product.images",
                externalProductId,
                () -> images(externalProductId),
                () -> attached.attach(externalProductId, ids, principal.getName()));
        return images(externalProductId);
    }

    private void check(List<String> ids) {
        Set<String> missing = new HashSet<>(ids);
        if (ids.size() > ProductImages.MOST || missing.size() < ids.size()) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "A product has at most %d pictures, each once.".formatted(ProductImages.MOST));
        }
        missing.removeAll(images.known(ids));
        if (!missing.isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "There is no picture %s. Upload it first.".formatted(String.join(", ", missing)));
        }
    }

    /** Id of a picture to where it is used. */
    private Map<String, List<String>> used() {
        Map<String, List<String>> used = new HashMap<>();
        uses.forEach(use -> use.byImage()
                .forEach((image, where) ->
                        used.computeIfAbsent(image, any -> new ArrayList<>()).addAll(where)));
        return used;
    }

    private ImageView view(Images.Image image, Map<String, List<String>> used) {
        return new ImageView(
                image,
                images.url(image.id()),
                used.getOrDefault(image.id(), List.of()),
                attached.byProduct().entrySet().stream()
                        .filter(product -> product.getValue().contains(image.id()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
    }

    /**
     * @param url where everybody can fetch it; a path where {@code waybill.public-url} is not set
     * @param usedBy in words, such as "product P-1003"
     * @param products external ids of those it is attached to
     */
    record ImageView(@JsonUnwrapped Images.Image image, String url, List<String> usedBy, List<String> products) {}

    record ImageDescription(@Nullable String altText) {}
}
