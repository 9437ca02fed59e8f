package io.tilth.acquisition.code;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.PlannedCodes.Unsaid;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One turn of a code's task: tells WeCom, and says when to look again. */
@Component
class CodeTurn {

    static final Duration PAUSE = Duration.ofMinutes(2);

    /** Whoever came while WeCom was being told asked for a task that was there already. */
    private static final Duration ONCE_MORE = Duration.ofSeconds(2);

    private final CodeDues dues;
    private final RoutingService routing;
    private final CodeAligner aligner;

    CodeTurn(CodeDues dues, RoutingService routing, CodeAligner aligner) {
        this.dues = dues;
        this.routing = routing;
        this.aligner = aligner;
    }

    /** Empty when nothing is left to do, nor likely to be within seconds. */
    Optional<Duration> next(ChannelCodeId code) {
        routing.recount(code);
        boolean due = dues.due(code);
        var unsaid = aligner.tell(code);
        if (unsaid.isPresent()) {
            return unsaid.map(Unsaid::after).map(after -> after.isZero() ? PAUSE : after);
        }
        return due || routing.inARush(code) ? Optional.of(ONCE_MORE) : Optional.empty();
    }
}
