package io.tilth.sandbox.corp;

import io.tilth.sandbox.world.Thing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An app of a company: one secret, one scope, one address for callbacks.
 *
 * @param rights what the company's admin allowed it beyond the directory
 * @param suite the suite or template it was installed from; empty for a self-built one
 * @param trustedDomain where its web pages lie; the only place to which OAuth leads back
 * @param trustedAddresses from where it may call; empty means from anywhere
 */
public record App(
        String corp,
        int agent,
        String name,
        String secret,
        Kind kind,
        Set<Right> rights,
        Scope scope,
        String suite,
        String trustedDomain,
        Set<String> trustedAddresses,
        boolean enabled,
        Optional<CallbackAddress> callback)
        implements Thing {

    public App {
        rights = Set.copyOf(rights);
        trustedAddresses = Set.copyOf(trustedAddresses);
    }

    /** A self-built app that may do everything with everybody. */
    public static App selfBuilt(String corp, int agent, String name, String secret) {
        return new App(
                corp,
                agent,
                name,
                secret,
                Kind.SELF_BUILT,
                Set.of(Right.values()),
                Scope.ALL,
                "",
                "",
                Set.of(),
                true,
                Optional.empty());
    }

    public static String key(String corp, int agent) {
        return corp + "/" + agent;
    }

    @Override
    public String key() {
        return key(corp, agent);
    }

    /** Whether the platform lets it call the path at all. */
    public boolean mayCall(String path) {
        if (path.startsWith("/cgi-bin/externalcontact/customer_acquisition")) {
            return rights.contains(Right.ACQUISITION);
        }
        if (path.startsWith("/cgi-bin/externalcontact/") || path.startsWith("/cgi-bin/externalpay/")) {
            return rights.contains(Right.CUSTOMERS);
        }
        return !path.startsWith("/cgi-bin/kf/") || rights.contains(Right.KF);
    }

    public App withSecret(String secret) {
        return new App(
                corp,
                agent,
                name,
                secret,
                kind,
                rights,
                scope,
                suite,
                trustedDomain,
                trustedAddresses,
                enabled,
                callback);
    }

    public App withKind(Kind kind, String suite) {
        return new App(
                corp,
                agent,
                name,
                secret,
                kind,
                rights,
                scope,
                suite,
                trustedDomain,
                trustedAddresses,
                enabled,
                callback);
    }

    public App with(Scope scope) {
        return new App(
                corp,
                agent,
                name,
                secret,
                kind,
                rights,
                scope,
                suite,
                trustedDomain,
                trustedAddresses,
                enabled,
                callback);
    }

    public App without(Right right) {
        var fewer = new HashSet<>(rights);
        fewer.remove(right);
        return withRights(fewer);
    }

    public App withRights(Set<Right> rights) {
        return new App(
                corp,
                agent,
                name,
                secret,
                kind,
                rights,
                scope,
                suite,
                trustedDomain,
                trustedAddresses,
                enabled,
                callback);
    }

    public App withTrust(String domain, Set<String> addresses) {
        return new App(corp, agent, name, secret, kind, rights, scope, suite, domain, addresses, enabled, callback);
    }

    public App enabled(boolean enabled) {
        return new App(
                corp,
                agent,
                name,
                secret,
                kind,
                rights,
                scope,
                suite,
                trustedDomain,
                trustedAddresses,
                enabled,
                callback);
    }

    public App with(CallbackAddress callback) {
        return new App(
                corp,
                agent,
                name,
                secret,
                kind,
                rights,
                scope,
                suite,
                trustedDomain,
                trustedAddresses,
                enabled,
                Optional.of(callback));
    }

    /** What kind of app it is; the last three are the platform's own, each with its own secret. */
    public enum Kind {
        SELF_BUILT,
        PROVIDER_DEVELOPED,
        SUITE,
        CUSTOMER_CONTACT,
        DIRECTORY,
        KF
    }

    /** 可调用接口的应用, page by page of the admin console. */
    public enum Right {
        CUSTOMERS,
        ACQUISITION,
        KF
    }

    /** Whom the app may see: these members, and all below these departments. */
    public record Scope(List<String> users, List<Integer> departments) {
        public static final Scope ALL = new Scope(List.of(), List.of(Department.ROOT));
    }

    /** Where the app wants its callbacks, and what it ticked. Empty ticks mean all. */
    public record CallbackAddress(String url, String token, String aesKey, Set<String> events) {

        public CallbackAddress {
            events = Set.copyOf(events);
        }

        public boolean wants(String event) {
            return events.isEmpty() || events.contains(event);
        }
    }
}
