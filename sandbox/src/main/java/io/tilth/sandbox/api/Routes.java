package io.tilth.sandbox.api;

import io.tilth.sandbox.world.Change;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The table of all paths. A path answers to GET and POST alike, as most of the platform's do. */
public final class Routes {
    private final Map<String, Route> table = new LinkedHashMap<>();

    /** With an app's access_token; looks and changes nothing. */
    public Routes read(String path, Read read) {
        return enter(new Route(path, Credential.APP, (call, change) -> read.answer(call), false));
    }

    /** With an app's access_token; changes the world, alone and all or nothing. */
    public Routes write(String path, Write write) {
        return enter(new Route(path, Credential.APP, write, true));
    }

    /** With another credential; changes the world. */
    public Routes write(Credential credential, String path, Write write) {
        return enter(new Route(path, credential, write, true));
    }

    public Routes read(Credential credential, String path, Read read) {
        return enter(new Route(path, credential, (call, change) -> read.answer(call), false));
    }

    public Iterable<Route> all() {
        return table.values();
    }

    Optional<Route> find(String path) {
        return Optional.ofNullable(table.get(path));
    }

    private Routes enter(Route route) {
        if (table.put(route.path(), route) != null) {
            throw new IllegalStateException(route.path() + " is there twice");
        }
        return this;
    }

    /** A path with what it takes to be let in and what it does. */
    public record Route(String path, Credential credential, Write deed, boolean writes) {}

    /** What the caller has to show. */
    public enum Credential {
        /** {@code access_token} of an app of a company. */
        APP,
        /** {@code suite_access_token} of a suite. */
        SUITE,
        /** {@code provider_access_token} of a service provider. */
        PROVIDER,
        /** Nothing, or something of the path's own, such as a secret. */
        NONE
    }

    /** A look at the world. */
    public interface Read {
        Answer answer(Call call);
    }

    /** A change of the world. */
    public interface Write {
        Answer answer(Call call, Change change);
    }
}
