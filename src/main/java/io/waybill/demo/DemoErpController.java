package io.waybill.demo;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The canonical contract over HTTP, answered by the demo ERP: what a shop needs. */
@RestController
@Conditional(NoErpConfigured.class)
@RequestMapping(path = DemoErpFilter.PATH + "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class DemoErpController extends DemoEndpoints {

    private final DemoErp erp;
    private final DemoHr hr;

    DemoErpController(DemoErp erp, DemoHr hr, DemoAnswers answers) {
        super(answers);
        this.erp = erp;
        this.hr = hr;
    }

    @GetMapping("/products")
    Wire.Page<Wire.Product> products(
            @RequestParam(name = "active_only", defaultValue = "false") boolean activeOnly,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int limit) {
        return erp.products(activeOnly, page, limit);
    }

    @GetMapping("/price")
    Wire.Price price(@RequestParam("external_product_id") String productId, @RequestParam BigDecimal qty) {
        return erp.price(productId, qty);
    }

    @PostMapping("/customers")
    ResponseEntity<String> customer(
            @RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody Wire.Customer customer) {
        return once(key, "customers " + customer, () -> erp.upsertCustomer(customer));
    }

    @PostMapping("/orders")
    ResponseEntity<String> order(
            @RequestHeader(name = KEY, required = false) @Nullable String key, @RequestBody Wire.NewOrder order) {
        return once(key, "orders " + order, () -> erp.createOrder(order));
    }

    @PostMapping("/orders/{id}/confirm")
    ResponseEntity<String> confirm(
            @RequestHeader(name = KEY, required = false) @Nullable String key, @PathVariable String id) {
        return once(key, "confirm " + id, () -> erp.confirm(id));
    }

    @PostMapping("/orders/{id}/address")
    ResponseEntity<String> address(
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @PathVariable String id,
            @RequestBody Wire.Address address) {
        return once(key, "address " + id + " " + address, () -> erp.setAddress(id, address));
    }

    @PostMapping("/orders/{id}/cancel")
    ResponseEntity<String> cancel(
            @RequestHeader(name = KEY, required = false) @Nullable String key, @PathVariable String id) {
        return once(key, "cancel " + id, () -> erp.cancel(id));
    }

    @GetMapping("/orders/{id}/status")
    Wire.OrderStatus status(@PathVariable String id) {
        return erp.status(id);
    }

    @GetMapping("/jobs")
    Wire.Page<Wire.Job> jobs(
            @RequestParam(name = "active_only", defaultValue = "false") boolean activeOnly,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "100") int limit) {
        return hr.jobs(activeOnly, page, limit);
    }

    @PostMapping("/applicants")
    ResponseEntity<String> applicant(
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody Wire.NewApplicant applicant) {
        return once(key, "applicants " + applicant, () -> hr.apply(applicant));
    }
}
