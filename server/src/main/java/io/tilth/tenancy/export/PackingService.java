package io.tilth.tenancy.export;

import static org.springframework.transaction.annotation.Propagation.REQUIRES_NEW;

import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.tenancy.export.Export.State;
import io.tilth.tenancy.export.ExportRepository.Progress;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what the packing brings forth. Each step commits for itself: the packing reads from one long snapshot, in which
 * nothing can be stored, and its progress is to be seen.
 */
@Service
@Transactional(propagation = REQUIRES_NEW)
class PackingService {

    private final ExportRepository exports;
    private final ExportQueue queue;
    private final Live live;
    private final Clock clock;

    PackingService(ExportRepository exports, ExportQueue queue, Live live, Clock clock) {
        this.exports = exports;
        this.queue = queue;
        this.live = live;
        this.clock = clock;
    }

    boolean begin(ExportId id, int tables) {
        var begins = exports.begin(id, tables);
        tell(id);
        return begins;
    }

    void keep(ExportId id, int number, byte[] piece) {
        exports.insertPiece(id, number, piece);
    }

    void progress(ExportId id, Progress progress) {
        exports.progress(id, progress);
        tell(id);
    }

    void end(ExportId id, State state) {
        exports.end(id, state, clock.instant().plus(Export.KEPT));
        tell(id);
    }

    /** Removes files that have had their time, and queues exports again that nobody works on, as after a restore. */
    void tend() {
        exports.deleteExpired(clock.instant());
        exports.unfinished().forEach(queue::add);
    }

    private void tell(ExportId id) {
        live.push(Recipient.EVERYBODY, "export", id.value().toString());
    }
}
