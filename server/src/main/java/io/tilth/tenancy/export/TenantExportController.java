package io.tilth.tenancy.export;

import static org.springframework.http.HttpStatus.ACCEPTED;

import io.tilth.kernel.Needs;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.tenancy.Tenants;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operator takes a company's data along for it; both trails keep that. */
@RestController
@RequestMapping("/api/v1/operator/tenants/{tenant}/exports")
@Needs("tenant:export")
class TenantExportController {

    private final ExportService exports;
    private final Tenants tenants;
    private final TenantVisits visits;

    TenantExportController(ExportService exports, Tenants tenants, TenantVisits visits) {
        this.exports = exports;
        this.tenants = tenants;
        this.visits = visits;
    }

    @GetMapping
    List<Export> newest(@PathVariable TenantId tenant) {
        return visits.look(company(tenant), "exports", exports::newest);
    }

    @PostMapping
    @ResponseStatus(ACCEPTED)
    Export ask(@PathVariable TenantId tenant) {
        return visit(tenant, exports::ask);
    }

    @GetMapping(value = "/{id}/file", produces = "application/zip")
    void file(@PathVariable TenantId tenant, @PathVariable ExportId id, HttpServletResponse response)
            throws IOException {
        var export = visit(tenant, () -> exports.fetch(id));
        ExportFile.write(export, number -> visits.system(tenant, () -> exports.piece(id, number)), response);
    }

    private Export visit(TenantId tenant, Supplier<Export> work) {
        return visits.visit(company(tenant), "export", work);
    }

    /** The house is nobody's company, and an erased one has nothing to take along. */
    private TenantId company(TenantId tenant) {
        if (tenant.isHouse() || tenants.find(tenant).isEmpty()) {
            throw Refusal.notFound("tenant-not-found");
        }
        return tenant;
    }
}
