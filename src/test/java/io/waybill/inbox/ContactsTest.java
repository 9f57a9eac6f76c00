package io.waybill.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.database.TestDatabase;
import io.waybill.message.Sender;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContactsTest {

    private final TestDatabase database = TestDatabase.migrated();
    private final Contacts contacts = new Contacts(database.jdbc());

    @Test
    void makesEachPersonOnceHoweverManyComeAtOnce() {
        List<Sighting> people = people(300);

        Map<Sighting, Contact> first = see(contacts, people);

        assertThat(first).hasSize(300);
        assertThat(first.values()).extracting(Contact::id).doesNotHaveDuplicates();
        assertThat(see(contacts, people)).isEqualTo(first);
        assertThat(see(new Contacts(database.jdbc()), people))
                .as("on another node")
                .isEqualTo(first);
        assertThat(database.count("contact")).isEqualTo(300);
        assertThat(database.count("conversation")).isEqualTo(300);
    }

    @Test
    void takesTwoNamesOfOneNumberInOneDeliveryForOnePersonWithTheLaterName() {
        Map<Sighting, Contact> seen =
                see(contacts, List.of(seen("+254700000001", null, "Amina"), seen("+254700000001", null, "Amina Y.")));

        assertThat(seen.values()).extracting(Contact::id).containsOnly(database.contactOf("+254700000001"));
        assertThat(database.jdbc()
                        .sql("select name from contact")
                        .query(String.class)
                        .list())
                .containsExactly("Amina Y.");
    }

    @Test
    void linksANumberThatWasHiddenBefore() {
        Contact hidden = only(see(contacts, List.of(seen(null, "KE.1", "Zed"))));
        Contact shown = only(see(contacts, List.of(seen("+254700000002", "KE.1", "Zed"))));

        assertThat(shown).isEqualTo(new Contact(hidden.id(), "100", "+254700000002", "KE.1", "Zed"));
        assertThat(database.contactOf("+254700000002")).isEqualTo(hidden.id());
    }

    @Test
    void letsTheUserIdWinWhenItAndTheNumberWereTwoPeopleAndForgetsWhatItRememberedOfTheNumber() {
        Contact byNumber = only(see(contacts, List.of(seen("+254700000003", null, "Amina"))));
        Contact byUserId = only(see(contacts, List.of(seen(null, "KE.3", "Amina"))));
        assertThat(byNumber.id()).isNotEqualTo(byUserId.id());

        see(contacts, List.of(seen("+254700000003", "KE.3", "Amina")));

        assertThat(only(see(contacts, List.of(seen("+254700000003", null, "Amina"))))
                        .id())
                .isEqualTo(byUserId.id());
    }

    @Test
    void makesOneContactWhenTwoNodesSeeTheSamePeopleAtTheSameMoment() {
        List<Sighting> people = people(100);
        CyclicBarrier together = new CyclicBarrier(2);

        List<Map<Sighting, Contact>> seen = List.of(people, people.reversed()).stream()
                .map(order -> CompletableFuture.supplyAsync(() -> seeTogether(order, together)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(seen.getFirst()).isEqualTo(seen.getLast()).hasSize(100);
        assertThat(database.count("contact")).isEqualTo(100);
        assertThat(database.count("conversation")).isEqualTo(100);
    }

    private Map<Sighting, Contact> seeTogether(List<Sighting> people, CyclicBarrier together) {
        Contacts ofNode = new Contacts(database.jdbc());
        return Objects.requireNonNull(database.transaction().execute(status -> {
            try {
                together.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return ofNode.of(people);
        }));
    }

    private Map<Sighting, Contact> see(Contacts node, List<Sighting> people) {
        return Objects.requireNonNull(database.transaction().execute(status -> node.of(people)));
    }

    private static List<Sighting> people(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> seen("+2547%08d".formatted(i), "KE." + i, "Person " + i))
                .toList();
    }

    private static Sighting seen(@Nullable String phone, @Nullable String userId, String name) {
        return new Sighting("100", new Sender(phone, userId, null, name));
    }

    private static Contact only(Map<Sighting, Contact> seen) {
        return seen.values().iterator().next();
    }
}
