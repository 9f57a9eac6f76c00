package io.waybill.access;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.ConsoleClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Who of the people may call what: all roles against all endpoints. */
class RightsTest extends AccessGateway {

    /** The table; a change of rights shows as a change of it. */
    private static final Path TABLE = Path.of("src/test/resources/access/rights.txt");

    /** Programs call these with secrets of their own, and nobody who is signed in. */
    private static final Set<String> OF_PROGRAMS = Set.of("EventController", "PaymentCallbackController");

    /** They look at something, or write only of the one who calls. */
    private static final Set<String> CHANGES_NOTHING_OF_OTHERS = Set.of(
            "POST /api/session",
            "POST /api/session/demo",
            "DELETE /api/session",
            "POST /api/setup",
            "POST /api/invites/{token}",
            "PUT /api/v1/me/password",
            "PUT /api/v1/me/availability",
            "POST /api/v1/me/new-orders/seen",
            "PUT /api/v1/conversations/{contactId}/read",
            "POST /api/v1/flows/lint",
            "POST /api/v1/flows/simulate",
            "POST /api/v1/flows/simulate/step",
            "POST /api/v1/flows/simulate/test",
            "POST /api/v1/templates/lint",
            "POST /api/v1/template-mappings/{event}/preview",
            "POST /api/v1/template-mappings/{event}/preview/{order}",
            "POST /api/v1/conversations/{contactId}/replay",
            "POST /api/v1/evidence/verify",
            "POST /api/v1/webhook-calls/rehearse",
            "POST /api/v1/evidence/verify-seals",
            "POST /api/v1/chat-links",
            "POST /api/v1/catalogue-links",
            "POST /api/v1/cart-links");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping endpoints;

    private record Call(String method, String path, HandlerMethod endpoint) implements Comparable<Call> {

        @Override
        public String toString() {
            return method + " " + path;
        }

        @Override
        public int compareTo(Call other) {
            return (path + " " + method).compareTo(other.path + " " + other.method);
        }

        boolean isOfPeople() {
            return path.startsWith("/api/")
                    && !OF_PROGRAMS.contains(endpoint.getBeanType().getSimpleName());
        }

        boolean changes() {
            return isOfPeople() && !method.equals("GET") && !CHANGES_NOTHING_OF_OTHERS.contains(toString());
        }

        boolean needsARightToChange() {
            return Permission.neededFor(endpoint).orElseThrow().stream().anyMatch(Permission::changes);
        }

        /** With something in the place of each variable. */
        String address() {
            return path.replaceAll("\\{\\w+:\\\\d\\+}", "1").replaceAll("\\{\\w+}", "1");
        }
    }

    /** 000-54, 000-13: every role against every endpoint. */
    @Test
    void eachRoleMayCallWhatTheTableSaysAndNothingElse() throws Exception {
        String actual = table();

        Files.writeString(Path.of("target/rights.txt"), actual);
        assertThat(actual)
                .as("Somebody may do more or less than before. If that is meant, copy target/rights.txt to %s.", TABLE)
                .isEqualTo(Files.readString(TABLE));
    }

    @Test
    void everyEndpointSaysWhatIsNeeded() {
        assertThat(calls().stream()
                        .filter(Call::isOfPeople)
                        .filter(call -> call.endpoint().getBeanType().getName().startsWith("io.waybill."))
                        .filter(call -> Permission.neededFor(call.endpoint()).isEmpty())
                        .map(Call::toString))
                .as("Say @Needs there: an endpoint without it is refused to everybody")
                .isEmpty();
    }

    @Test
    void outsideOfTheApiIsOnlyWhatChecksItsCallersItself() {
        assertThat(calls().stream()
                        .map(Call::path)
                        .filter(path -> !path.startsWith("/api/"))
                        .map(path -> path.split("/")[1]))
                .containsOnly("webhooks", "media", "demo-erp", "simulator", "error");
    }

    @Test
    void whatChangesSomethingNeedsMoreThanARightToSee() {
        assertThat(calls().stream().filter(Call::changes).filter(call -> !call.needsARightToChange()))
                .as("Say there which right it needs, or here that it changes nothing of others")
                .isEmpty();
    }

    /** 000-56: every call of a viewer that changes something is 403. */
    @Test
    void aViewerChangesNothing() throws Exception {
        ConsoleClient viewer = ConsoleClient.signedIn(port, jdbc, "vera", "VIEWER");
        List<String> let = new ArrayList<>();

        List<Call> changes = calls().stream().filter(Call::changes).toList();
        for (Call call : changes) {
            HttpResponse<byte[]> answer = viewer.send(call.method(), call.address(), "{}".getBytes());
            if (answer.statusCode() != 403 || !new String(answer.body()).contains("you lack the right")) {
                let.add(call + " " + answer.statusCode());
            }
        }

        assertThat(changes).hasSizeGreaterThan(50);
        assertThat(let).isEmpty();
        assertThat(viewer.get("/api/v1/orders").statusCode()).isEqualTo(200);
    }

    /** 000-55: each named role is there and does its job only. */
    @Test
    void eachNamedJobHasARoleThatDoesThisJobOnly() {
        assertThat(changing(Role.CATALOG)).containsExactly(Permission.CATALOG_EDIT);
        assertThat(changing(Role.FULFILMENT)).containsExactly(Permission.ORDERS_FULFIL);
        assertThat(changing(Role.SERVICE)).containsExactly(Permission.SERVICES_RUN);
        assertThat(changing(Role.REFUNDS)).containsExactly(Permission.REFUNDS_DECIDE);
        assertThat(changing(Role.VIEWER)).isEmpty();
        assertThat(changing(Role.HR)).containsExactly(Permission.JOBS_EDIT);
        assertThat(changing(Role.DESIGNER)).containsExactly(Permission.FLOWS_EDIT, Permission.TEMPLATES_EDIT);
        // 000-44: who is kept from writing because paid time is over can ask to renew.
        assertThat(Role.SALES.permissions()).contains(Permission.CHATS_ANSWER, Permission.SERVICES_RUN);
        assertThat(Role.ADMIN.permissions()).containsExactly(Permission.values());
        assertThat(Role.values()).allSatisfy(role -> assertThat(role.title()).isNotBlank());
    }

    @Test
    void saysWhichRightIsMissing() throws Exception {
        ConsoleClient viewer = ConsoleClient.signedIn(port, jdbc, "vera", "VIEWER");

        HttpResponse<String> answer = viewer.put("/api/catalog/products/P1/visibility", "{\"visible\":false}");

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("You may not change the catalog: you lack the right CATALOG_EDIT."
                        + " An administrator can give you a role that has it.");
    }

    private static Set<Permission> changing(Role role) {
        Set<Permission> changing = EnumSet.copyOf(role.permissions());
        changing.removeIf(right -> right.name().endsWith("_READ"));
        changing.removeAll(Set.of(Permission.MONEY, Permission.PERSONAL_DATA));
        return changing;
    }

    private String table() throws Exception {
        StringBuilder table = new StringBuilder("# Who may call what: x may, - may not. Made by RightsTest.\n");
        table.append("# ").append(Arrays.stream(Role.values()).map(Role::name).collect(joining(" ")));
        TreeMap<String, List<Call>> byArea = new TreeMap<>();
        calls().stream()
                .filter(call -> call.path().startsWith("/api/"))
                .forEach(call -> byArea.computeIfAbsent(
                                call.endpoint().getBeanType().getSimpleName(), any -> new ArrayList<>())
                        .add(call));
        for (String area : byArea.keySet()) {
            table.append("\n\n").append(area);
            for (Call call : byArea.get(area)) {
                table.append('\n');
                for (Role role : Role.values()) {
                    table.append(may(role, call) ? 'x' : '-').append(' ');
                }
                table.append("%-6s %s".formatted(call.method(), call.path()));
            }
        }
        return table.append('\n').toString();
    }

    /** By the interceptors that are in force, in the order in which they are asked. */
    private boolean may(Role role, Call call) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(call.method(), call.address());
        request.addHeader("Accept", "*/*");
        ServletRequestPathUtils.parseAndCache(request);
        HandlerExecutionChain chain = endpoints.getHandler(request);
        assertThat(chain).as(call.toString()).isNotNull();
        assertThat(((HandlerMethod) chain.getHandler()).getMethod())
                .isEqualTo(call.endpoint().getMethod());
        SecurityContextHolder.getContext()
                .setAuthentication(new PersonAuthentication(Account.of("somebody", EnumSet.of(role), null, null, 0)));
        try {
            for (HandlerInterceptor interceptor : chain.getInterceptorList()) {
                assertThat(interceptor.preHandle(request, new MockHttpServletResponse(), chain.getHandler()))
                        .isTrue();
            }
            return true;
        } catch (ResponseStatusException e) {
            assertThat(e.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
            return false;
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Set<Call> calls() {
        Set<Call> calls = new TreeSet<>();
        endpoints.getHandlerMethods().forEach((info, endpoint) -> calls.addAll(calls(info, endpoint)));
        return calls;
    }

    private static List<Call> calls(RequestMappingInfo info, HandlerMethod endpoint) {
        List<Call> calls = new ArrayList<>();
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        for (String path : info.getPatternValues()) {
            if (methods.isEmpty()) {
                calls.add(new Call("GET", path, endpoint));
            }
            methods.forEach(method -> calls.add(new Call(method.name(), path, endpoint)));
        }
        return calls;
    }
}
