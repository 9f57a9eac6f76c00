package io.waybill.chatlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.waybill.database.TestDatabase;
import io.waybill.desk.Membership;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the title of somebody's browser. */
class UnreadChatsTest {

    private static final Membership JOBS_ALONE = new Membership(Set.of("jobs", "sales"), Set.of("jobs"), false);
    private static final Membership EVERYBODY = new Membership(Set.of(), Set.of(), true);

    private final JdbcClient jdbc = TestDatabase.migrated().jdbc();
    private final ChatList chats = new ChatList(jdbc);
    private int contacts;

    /** 002-21: whose it is, or the team's. */
    @Test
    void countsWhatIsNewForMeAndForNobodyInMyTeams() {
        chat("sales", "ben", 1);
        chat("jobs", null, 1);
        chat("sales", null, 1);
        chat("jobs", "ada", 1);
        chat("jobs", null, 0);

        assertThat(chats.counts("ben", JOBS_ALONE).unread()).isEqualTo(2);
        assertThat(chats.counts("ada", EVERYBODY).unread()).isEqualTo(3);
    }

    @Test
    void takesATeamThatIsSetUpNoMoreForTheUsualOne() {
        chat("gone", null, 1);
        chat("", null, 1);

        assertThat(chats.counts("ben", JOBS_ALONE).unread()).isZero();
        assertThat(chats.counts("ben", new Membership(Set.of("jobs"), Set.of(), true))
                        .unread())
                .isEqualTo(2);
    }

    @Test
    void leavesOutWhatIHaveReadAndWhatTheBotAnswers() {
        long read = chat("", null, 3);
        long bot = chat("", null, 1);
        jdbc.sql("update chat_head set human = false where contact_id = ?")
                .param(bot)
                .update();

        chats.read("ben", read);

        assertThat(chats.counts("ben", EVERYBODY).unread()).isZero();
        assertThat(chats.counts("ada", EVERYBODY).unread()).isEqualTo(1);
    }

    /** With a person, and so many messages that nobody has answered. */
    private long chat(String team, @Nullable String assignee, int unanswered) {
        long contact = ++contacts;
        jdbc.sql("insert into contact (id, phone_number_id, phone) overriding system value values (?, '1', ?)")
                .params(contact, "+25470000000" + contact)
                .update();
        jdbc.sql("""
                        insert into chat_head (contact_id, at, messages, answered, snippet, snippet_at, snippet_by_us, human, assignee, team, kind, version)
                        values (?, now(), 5 + ?, 5, '', now(), false, true, ?, ?, 'message', ?)
                        """).params(contact, unanswered, assignee, team, contact).update();
        return contact;
    }
}
