package io.tilth.sandbox.moment;

import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A moment that members are asked to publish; it comes of a job, a few seconds after it was asked for.
 *
 * @param tags only customers with one of them are to see it; empty for all
 * @param invalid what of the wish led nowhere, under the platform's names
 */
public record Moment(
        String corp,
        String id,
        String job,
        String text,
        ArrayNode attachments,
        List<String> senders,
        List<String> tags,
        Map<String, List<String>> invalid,
        Instant at,
        boolean cancelled)
        implements Thing {
    private static final Duration STARTED = Duration.ofSeconds(1);
    private static final Duration FINISHED = Duration.ofSeconds(3);
    private static final Duration JOB_LIFE = Duration.ofHours(24);

    public Moment {
        senders = List.copyOf(senders);
        tags = List.copyOf(tags);
        invalid = Map.copyOf(invalid);
    }

    @Override
    public String key() {
        return corp + "/" + id;
    }

    /** 1 asked for, 2 under way, 3 done. */
    int status(Instant now) {
        return now.isBefore(at.plus(STARTED)) ? 1 : now.isBefore(at.plus(FINISHED)) ? 2 : 3;
    }

    boolean isThere(Instant now) {
        return status(now) == 3;
    }

    boolean isJobForgotten(Instant now) {
        return now.isAfter(at.plus(JOB_LIFE));
    }

    Moment cancel() {
        return new Moment(corp, id, job, text, attachments, senders, tags, invalid, at, true);
    }

    ObjectNode json() {
        var json = Json.object(
                "moment_id",
                id,
                "create_time",
                at,
                "create_type",
                0,
                "visible_type",
                tags.isEmpty() ? 1 : 0,
                "text",
                text.isEmpty() ? null : Json.object("content", text));
        var images = attachments
                .valueStream()
                .filter(one -> one.path("msgtype").asString("").equals("image"))
                .map(one -> one.path("image"))
                .toList();
        if (!images.isEmpty()) {
            json.set("image", Json.array(images.stream()));
        }
        for (String kind : List.of("video", "link")) {
            attachments.valueStream().filter(one -> one.has(kind)).forEach(one -> json.set(kind, one.path(kind)));
        }
        return json;
    }
}
