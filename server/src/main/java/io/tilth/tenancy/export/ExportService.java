package io.tilth.tenancy.export;

import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.kernel.Refusal;
import io.tilth.tenancy.export.Export.State;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with exports of the current tenant. */
@Service
@Transactional
class ExportService {

    private final ExportRepository exports;
    private final ExportQueue queue;
    private final Audit audit;
    private final Live live;
    private final Clock clock;

    ExportService(ExportRepository exports, ExportQueue queue, Audit audit, Live live, Clock clock) {
        this.exports = exports;
        this.queue = queue;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    Export ask() {
        var caller = Caller.current();
        var export = new Export(
                ExportId.next(), State.WAITING, caller.name(), clock.instant(), 0, 0, 0, 0, Optional.empty());
        queue.add(exports.insert(export, caller.id()).orElseThrow(() -> Refusal.conflict("export-under-way")));
        audit.note("export.requested", Subject.of("export", export.id().value()));
        live.push(Recipient.EVERYBODY, "export", export.id().value().toString());
        return export;
    }

    @Transactional(readOnly = true)
    List<Export> newest() {
        return exports.newest();
    }

    /** Somebody fetches the file; the trail keeps who. */
    Export fetch(ExportId id) {
        var export = exports.find(id).orElseThrow(() -> Refusal.notFound("export-not-found"));
        if (export.state() != State.READY) {
            throw Refusal.conflict("export-not-ready");
        }
        audit.note("export.fetched", Subject.of("export", id.value()));
        return export;
    }

    /** A piece of the file, counted from 0; empty after the last. */
    @Transactional(readOnly = true)
    Optional<byte[]> piece(ExportId id, int number) {
        return exports.piece(id, number);
    }
}
