package io.tilth.sandbox.album;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;
import java.util.List;

/**
 * Words that members may not send to customers.
 *
 * @param semantics 1 mobile number, 2 email address, 3 red packet
 * @param type 1 blocks, 2 warns
 */
record InterceptRule(
        String corp,
        String id,
        int agent,
        String name,
        List<String> words,
        List<Integer> semantics,
        int type,
        List<String> users,
        List<Integer> departments,
        Instant createdAt)
        implements Thing {

    @Override
    public String key() {
        return corp + "/" + id;
    }
}
