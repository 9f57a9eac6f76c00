package io.waybill.access;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Somebody who is signed in; what they may do is that of the last look at their account. */
final class PersonAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;
    private static final String ROLE = "ROLE_";

    private final transient Account account;

    PersonAuthentication(Account account) {
        super(authorities(account));
        this.account = account;
        setAuthenticated(true);
    }

    private static List<GrantedAuthority> authorities(Account account) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        account.roles().forEach(role -> authorities.add(new SimpleGrantedAuthority(ROLE + role.name())));
        account.permissions().forEach(right -> authorities.add(new SimpleGrantedAuthority(right.name())));
        return authorities;
    }

    Account account() {
        return account;
    }

    @Override
    public String getName() {
        return account.name();
    }

    @Override
    public Object getPrincipal() {
        return account.name();
    }

    @Override
    public Object getCredentials() {
        return "";
    }
}
