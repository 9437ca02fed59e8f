package io.tilth.tracking.reach;

import io.tilth.customer.Consents;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import io.tilth.tracking.Visiting;
import io.tilth.tracking.Visiting.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What readers ask of us: to be left in peace, to have something put right. */
@Service
@Transactional
class ReaderService {

    /** Enough for one who mistyped; a page is no place to fill a table. */
    static final int MOST = 3;

    private final Visiting visiting;
    private final ComplaintRepository complaints;
    private final Consents consents;
    private final Audit audit;
    private final Clock clock;

    ReaderService(Visiting visiting, ComplaintRepository complaints, Consents consents, Audit audit, Clock clock) {
        this.visiting = visiting;
        this.complaints = complaints;
        this.consents = consents;
        this.audit = audit;
        this.clock = clock;
    }

    /** A look, too, is noted as the device's latest. */
    boolean isQuiet(String code, HttpServletRequest request) {
        return visiting.reader(code, request)
                .map(reader -> consents.isQuiet(reader.visitor())
                        || reader.customer()
                                .map(customer ->
                                        !consents.quiet(List.of(customer)).isEmpty())
                                .orElse(false))
                .orElse(false);
    }

    void quiet(String code, HttpServletRequest request, boolean wish) {
        var reader = reader(code, request);
        consents.ask(reader.visitor(), reader.customer(), wish);
    }

    void complain(String code, HttpServletRequest request, Complaint complaint) {
        var reader = reader(code, request);
        unlessOften(complaints.before(reader));
        complaints.insert(complaint, reader);
    }

    @Transactional(readOnly = true)
    Page<ComplaintRepository.Row> complaints(Paging paging) {
        return Page.of(
                complaints.newest(paging.afterId(), paging.rows()),
                paging,
                row -> row.id().toString());
    }

    void settle(UUID id) {
        if (!complaints.exists(id)) {
            throw Refusal.notFound("complaint-not-found");
        }
        if (complaints.settle(id, Caller.current().id(), clock.instant())) {
            audit.note("complaint.settled", Subject.of("complaint", id));
        }
    }

    private Reader reader(String code, HttpServletRequest request) {
        return visiting.reader(code, request).orElseThrow(() -> Refusal.notFound("reader-unknown"));
    }

    static void unlessOften(int before) {
        if (before >= MOST) {
            throw Refusal.of(Refusal.Kind.OVER_LIMIT, "reader-too-often");
        }
    }
}
