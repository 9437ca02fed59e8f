package io.tilth.wecom;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened in WeCom, as WeCom told it.
 *
 * @param event WeCom's word, such as {@code change_external_contact}; its ChangeType stands in {@code change}
 * @param change such as {@code add_external_contact}, empty where an event has none
 * @param at when it happened, by WeCom's clock, in whole seconds
 * @param fields the leaves of the message by WeCom's names; nested ones as {@code ScanInfo.Type}, repeated ones joined
 *     by commas
 */
public record Callback(
        UUID id, CompanyId company, String event, String change, Instant at, Map<String, String> fields) {

    public Callback {
        fields = Map.copyOf(fields);
    }

    /** A field that WeCom always sends with this event. */
    public String need(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("The callback lacks " + name + "."));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isEmpty());
    }
}
