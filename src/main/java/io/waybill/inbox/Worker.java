package io.waybill.inbox;

/** Who answers the messages that the inbox hands out. */
public interface Worker {

    /** How many more contacts can be worked on now; what is past that waits in PostgreSQL. */
    int free();

    /** Takes a claim and returns at once. */
    void take(Claim claim);

    /** More messages wait than could be handed out. */
    void behind();
}
