package io.waybill.catalog;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Switches products on and off for WhatsApp, and says which flow sells them. */
@RestController
@RequestMapping("/api/catalog/products")
class ProductController {

    private static final Pattern FLOW = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

    private final HiddenProducts hidden;
    private final AssignedFlows assigned;

    ProductController(HiddenProducts hidden, AssignedFlows assigned) {
        this.hidden = hidden;
        this.assigned = assigned;
    }

    @GetMapping("/hidden")
    HiddenView hidden() {
        return new HiddenView(hidden.ids().stream().sorted().toList());
    }

    /** When disabled, this product will not appear in the WhatsApp menu. */
    @PutMapping("/{externalProductId}/visibility")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setVisibility(
            @PathVariable String externalProductId, @RequestBody Visibility visibility, Principal principal) {
        if (visibility.visible()) {
            hidden.show(externalProductId);
        } else {
            hidden.hide(externalProductId, principal.getName());
        }
    }

    @GetMapping("/flows")
    Map<String, String> flows() {
        return new TreeMap<>(assigned.byProduct());
    }

    /** From then on a tap on the product starts this flow, with the product chosen; without a flow the list's own sells it. */
    @PutMapping("/{externalProductId}/flow")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@PathVariable String externalProductId, @RequestBody Assignment assignment, Principal principal) {
        if (assignment.flow() == null) {
            assigned.release(externalProductId);
        } else if (FLOW.matcher(assignment.flow()).matches()) {
            assigned.assign(externalProductId, assignment.flow(), principal.getName());
        } else {
            throw new ResponseStatusException(
                    HttpStatus.UNPROCESSABLE_ENTITY, "\"flow\" is the id of a flow, or null.");
        }
    }

    record Visibility(boolean visible) {}

    record Assignment(@Nullable String flow) {}

    record HiddenView(List<String> externalProductIds) {}
}
