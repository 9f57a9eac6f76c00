package io.waybill.far;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;

/** What FakeGraph says about accounts, their numbers and apps, and about who asks. */
public final class GraphAccounts {

    static final Set<String> EDGES = Set.of("permissions", "phone_numbers", "subscribed_apps");

    private record Account(Set<String> numbers, Set<String> apps) {}

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final Map<String, String> said = new ConcurrentHashMap<>();
    private volatile List<String> permissions = List.of("whatsapp_business_management", "whatsapp_business_messaging");

    /** There is an account with these numbers, which no app is subscribed to. */
    public void account(String id, String... numbers) {
        accounts.put(id, new Account(Set.of(numbers), new CopyOnWriteArraySet<>()));
    }

    public void subscribe(String account) {
        accounts.get(account).apps.add("Waybill");
    }

    /** From now on this stands in what is said of numbers; null: as at first. */
    public void says(String field, String value) {
        if (value == null) {
            said.remove(field);
        } else {
            said.put(field, value);
        }
    }

    /** What the token may do; none: it may not even ask. */
    public void permissions(String... granted) {
        permissions = List.of(granted);
    }

    Map<String, Object> number(String id) {
        return Map.of(
                "id",
                id,
                "display_phone_number",
                "+1 555-010-0001",
                "verified_name",
                "Waybill Shop",
                "name_status",
                said.getOrDefault("name_status", "APPROVED"),
                "quality_rating",
                said.getOrDefault("quality_rating", "GREEN"),
                "code_verification_status",
                "VERIFIED",
                "platform_type",
                said.getOrDefault("platform_type", "CLOUD_API"),
                "throughput",
                Map.of("level", "STANDARD"),
                "whatsapp_business_manager_messaging_limit",
                "TIER_2K");
    }

    /** The answer to a call below the version; empty: there is no such thing. */
    Optional<Object> answer(String method, String id, String edge) {
        Account account = accounts.get(id);
        return switch (method + " " + (edge.equals("permissions") ? id + "/" : "") + edge) {
            case "GET me/permissions" ->
                permissions.isEmpty()
                        ? Optional.empty()
                        : Optional.of(list(permissions.stream()
                                .map(name -> Map.of("permission", name, "status", "granted"))
                                .toList()));
            case "GET phone_numbers" ->
                Optional.ofNullable(account)
                        .map(known -> list(known.numbers.stream()
                                .map(number -> Map.of("id", number))
                                .toList()));
            case "GET subscribed_apps" ->
                Optional.ofNullable(account)
                        .map(known -> list(known.apps.stream()
                                .map(name -> Map.of(
                                        "whatsapp_business_api_data", Map.of("id", "670000000000001", "name", name)))
                                .toList()));
            case "POST subscribed_apps" -> {
                if (account != null) {
                    subscribe(id);
                }
                yield Optional.ofNullable(account).map(known -> Map.of("success", true));
            }
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> list(List<? extends Object> data) {
        return Map.of("data", data);
    }
}
