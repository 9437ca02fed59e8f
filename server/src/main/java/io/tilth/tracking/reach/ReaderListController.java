package io.tilth.tracking.reach;

import io.tilth.kernel.Ids;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.tracking.reach.Complaint.Reason;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What readers left on the pages. */
@RestController
@RequestMapping("/api/v1")
class ReaderListController {

    private final LeftContactService contacts;
    private final ReaderService readers;

    ReaderListController(LeftContactService contacts, ReaderService readers) {
        this.contacts = contacts;
        this.readers = readers;
    }

    @Needs("customer:read")
    @GetMapping("/left-contacts")
    Page<ListedContact> contacts(@ParameterObject Paging paging) {
        return contacts.newest(paging);
    }

    @Needs("reach-setting:read")
    @GetMapping("/complaints")
    Page<ListedComplaint> complaints(@ParameterObject Paging paging) {
        return readers.complaints(paging)
                .map(row -> new ListedComplaint(
                        row.id(),
                        Ids.moment(row.id()),
                        row.complaint().reason(),
                        row.complaint().text(),
                        row.complaint().reach(),
                        row.settled().orElse(null)));
    }

    @Needs("reach-setting:write")
    @PostMapping("/complaints/{id}/settled")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@PathVariable UUID id) {
        readers.settle(id);
    }

    /** @param reach how the reader wants to be answered, in their words */
    record ListedComplaint(
            UUID id,
            Instant at,
            Reason reason,
            String text,
            String reach,
            @Nullable Instant settledAt) {}
}
