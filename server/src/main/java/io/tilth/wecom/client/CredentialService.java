package io.tilth.wecom.client;

import io.tilth.kernel.Refusal;
import io.tilth.wecom.CompanyId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class CredentialService {

    private final CredentialRepository credentials;

    CredentialService(CredentialRepository credentials) {
        this.credentials = credentials;
    }

    public Credentials of(CompanyId company) {
        return credentials.find(company).orElseThrow(() -> Refusal.notFound("wecom-company-not-found"));
    }
}
