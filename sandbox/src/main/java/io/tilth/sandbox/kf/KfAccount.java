package io.tilth.sandbox.kf;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;
import java.util.List;

/** An account that customers write to, with those who answer there. */
public record KfAccount(
        String corp,
        String id,
        String name,
        String mediaId,
        List<String> servicers,
        List<Integer> departments,
        Instant openedAt)
        implements Thing {

    @Override
    public String key() {
        return corp + "/" + id;
    }

    KfAccount named(String name, String mediaId) {
        return new KfAccount(corp, id, name, mediaId, servicers, departments, openedAt);
    }

    KfAccount servedBy(List<String> servicers, List<Integer> departments) {
        return new KfAccount(corp, id, name, mediaId, servicers, departments, openedAt);
    }
}
