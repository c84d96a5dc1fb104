package io.brenier.platform.security.web;

import io.brenier.platform.security.Caller;
import io.brenier.platform.security.Scope;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller that has been recognised. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    CallerAuthentication(Caller caller) {
        super(authorities(caller));
        this.caller = caller;
        setAuthenticated(true);
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    /** None: what told who the caller is, is not kept. */
    @Override
    public Object getCredentials() {
        return "";
    }

    private static List<GrantedAuthority> authorities(Caller caller) {
        return Arrays.stream(Scope.values())
                .filter(caller::may)
                .<GrantedAuthority>map(scope -> new SimpleGrantedAuthority(scope.wireName()))
                .toList();
    }
}
