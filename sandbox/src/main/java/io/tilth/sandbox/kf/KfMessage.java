package io.tilth.sandbox.kf;

import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.world.Thing;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something said, or something that happened, in a conversation.
 *
 * @param number grows with each message of the account: the cursor of sync_msg
 * @param origin 3 the customer, 4 the platform's own event, 5 a servicer, 0 the API
 * @param content what stands under the name of the type
 */
public record KfMessage(
        String corp,
        String account,
        long number,
        String id,
        String customer,
        int origin,
        String servicer,
        String type,
        ObjectNode content,
        Instant at)
        implements Thing {
    public static final int OF_API = 0;
    public static final int OF_CUSTOMER = 3;
    public static final int OF_PLATFORM = 4;
    public static final int OF_SERVICER = 5;

    static String prefix(String corp, String account) {
        return corp + "/" + account + "/";
    }

    static String key(String corp, String account, long number) {
        return prefix(corp, account) + "%012d".formatted(number);
    }

    @Override
    public String key() {
        return key(corp, account, number);
    }

    ObjectNode json() {
        var json = Json.object("msgid", id);
        if (origin != OF_PLATFORM) {
            json.setAll(Json.object("open_kfid", account, "external_userid", customer));
        }
        json.setAll(Json.object(
                "send_time", at, "origin", origin, "servicer_userid", Json.orNull(servicer), "msgtype", type));
        json.set(type, content);
        return json;
    }
}
