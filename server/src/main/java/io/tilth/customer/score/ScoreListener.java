package io.tilth.customer.score;

import io.tilth.customer.CustomersJoined;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

@Component
class ScoreListener {

    private final ScoreService scores;

    ScoreListener(ScoreService scores) {
        this.scores = scores;
    }

    /** Within the transaction that joins them: the one who is gone takes their rows along. */
    @EventListener
    void on(CustomersJoined joined) {
        scores.join(joined.gone(), joined.into());
    }
}
