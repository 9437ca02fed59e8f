package io.tilth.tenancy.erasure;

import io.tilth.kernel.Needs;
import io.tilth.kernel.TenantId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the operator what was erased, should anybody ask for proof. */
@RestController
@RequestMapping("/api/v1/operator/tenants/{tenant}/erasure")
class ErasureController {

    private final ErasureService erasures;

    ErasureController(ErasureService erasures) {
        this.erasures = erasures;
    }

    @Needs("tenant:read")
    @GetMapping
    ErasureProof proof(@PathVariable TenantId tenant) {
        return erasures.proof(tenant);
    }
}
