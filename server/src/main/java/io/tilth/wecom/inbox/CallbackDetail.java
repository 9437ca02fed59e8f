package io.tilth.wecom.inbox;

import io.tilth.wecom.inbox.ListedCallback.NamedCompany;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** A callback with what WeCom said. */
record CallbackDetail(
        UUID id,
        NamedCompany company,
        String event,
        String change,
        Instant at,
        Instant receivedAt,
        CallbackState state,
        int attempts,
        Optional<String> reason,
        Optional<String> subject,
        boolean heard,
        Map<String, String> fields) {

    /** Of use once or to nobody, and not for the eyes of whoever may see no numbers. */
    private static final Set<String> PRIVATE = Set.of("Mobile", "Telephone", "Email", "BizMail", "Address");

    private static final Set<String> SECRET = Set.of("WelcomeCode", "Token", "ResponseCode", "AuthCode");
    private static final String HIDDEN = "•••";

    /** @param masked whether phone numbers and the like are hidden from the reader */
    static CallbackDetail of(ListedCallback listed, Map<String, String> fields, boolean masked) {
        var shown = new TreeMap<String, String>();
        fields.forEach((name, value) -> shown.put(name, isHidden(name, masked) ? HIDDEN : value));
        return new CallbackDetail(
                listed.id(),
                listed.company(),
                listed.event(),
                listed.change(),
                listed.at(),
                listed.receivedAt(),
                listed.state(),
                listed.attempts(),
                listed.reason(),
                listed.subject(),
                listed.heard(),
                shown);
    }

    private static boolean isHidden(String name, boolean masked) {
        return SECRET.contains(name) || masked && PRIVATE.contains(name);
    }
}
