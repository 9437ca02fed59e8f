package io.tilth.sandbox.masssend;

import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.world.Thing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A mass message that waits for members to send it.
 *
 * @param groups to customer groups, not to customers
 * @param content {@code text} and {@code attachments} in the platform's words
 * @param reminders when the members were reminded
 */
public record MassSend(
        String corp,
        String id,
        boolean groups,
        boolean selectable,
        ObjectNode content,
        Instant at,
        boolean cancelled,
        List<Instant> reminders)
        implements Thing {

    public MassSend {
        reminders = List.copyOf(reminders);
    }

    @Override
    public String key() {
        return corp + "/" + id;
    }

    MassSend cancel() {
        return new MassSend(corp, id, groups, selectable, content, at, true, reminders);
    }

    MassSend remind(Instant now) {
        var more = new ArrayList<>(reminders);
        more.add(now);
        return new MassSend(corp, id, groups, selectable, content, at, cancelled, more);
    }

    ObjectNode json() {
        return Json.object("msgid", id, "create_time", at, "create_type", 0).setAll(content);
    }
}
