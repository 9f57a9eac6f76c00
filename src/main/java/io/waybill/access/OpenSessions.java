package io.waybill.access;

import org.springframework.security.core.Authentication;

/** For what goes on for longer than a request. */
public interface OpenSessions {

    /** Whether somebody is still signed in, and may do what they could when they came. */
    boolean areAsTheyWere(Authentication person);
}
