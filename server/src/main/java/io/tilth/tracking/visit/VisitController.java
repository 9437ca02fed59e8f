package io.tilth.tracking.visit;

import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.visit.VisitDeskService.AnonymousVisitor;
import io.tilth.tracking.visit.VisitDeskService.ChainLink;
import io.tilth.tracking.visit.VisitDeskService.ListedVisit;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Needs("share:read")
class VisitController {

    private final VisitDeskService visits;

    VisitController(VisitDeskService visits) {
        this.visits = visits;
    }

    @GetMapping("/api/v1/shares/{id}/visits")
    Page<ListedVisit> visits(@PathVariable ShareId id, @ParameterObject Paging paging) {
        return visits.of(id, paging);
    }

    @GetMapping("/api/v1/shares/{id}/chain")
    List<ChainLink> chain(@PathVariable ShareId id) {
        return visits.chain(id);
    }

    /** Who reads and is not known. */
    @GetMapping("/api/v1/visitors")
    Page<AnonymousVisitor> visitors(@ParameterObject Paging paging) {
        return visits.strangers(paging);
    }
}
