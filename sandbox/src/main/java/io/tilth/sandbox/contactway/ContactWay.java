package io.tilth.sandbox.contactway;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;
import java.util.List;

/**
 * A way to reach one member or some members.
 *
 * @param type 1 one member, 2 several
 * @param scene 1 a button in a mini-program, 2 a code
 * @param conclusions what closes a temporary chat, as JSON; empty without
 */
public record ContactWay(
        String corp,
        String id,
        int agent,
        int type,
        int scene,
        int style,
        String remark,
        boolean skipVerify,
        String state,
        List<String> users,
        List<Integer> parties,
        boolean temporary,
        long expiresIn,
        long chatExpiresIn,
        String unionid,
        boolean exclusive,
        String conclusions,
        Instant at)
        implements Thing {

    public ContactWay {
        users = List.copyOf(users);
        parties = List.copyOf(parties);
    }

    public static String key(String corp, String id) {
        return corp + "/" + id;
    }

    @Override
    public String key() {
        return key(corp, id);
    }

    public boolean isOver(Instant now) {
        return temporary && at.plusSeconds(expiresIn).isBefore(now);
    }
}
