package io.tilth.e2e;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Workbenches that one server holds open, and what they are told. */
final class OpenScreens {

    private final Set<String> heard = ConcurrentHashMap.newKeySet();

    static OpenScreens on(int port, String... logins) throws Exception {
        var screens = new OpenScreens();
        for (var login : logins) {
            Api.signedIn(port, login, Demo.PASSWORD).listen(screens.heard::add);
        }
        return screens;
    }

    /** Ids of the things of a topic that they heard of. */
    Set<String> heardOf(String topic) {
        return heard.stream()
                .filter(one -> one.startsWith(topic + "/"))
                .map(one -> one.substring(topic.length() + 1))
                .collect(Collectors.toSet());
    }
}
