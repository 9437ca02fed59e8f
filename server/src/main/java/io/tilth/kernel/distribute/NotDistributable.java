package io.tilth.kernel.distribute;

import io.tilth.kernel.distribute.Shape.Obstacle;
import java.util.List;
import java.util.stream.Collectors;

/** Something in the schema would be refused by a cluster. */
class NotDistributable extends RuntimeException {

    NotDistributable(List<Obstacle> obstacles) {
        super(obstacles.stream()
                .map(one -> "  %s %s".formatted(one.object(), one.what()))
                .collect(Collectors.joining("\n", "What stands in the way of a cluster:\n", "")));
    }
}
