package io.tilth.acquisition.link;

import io.tilth.wecom.AcquisitionLinks;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks WeCom what is left. Calls out: never within a transaction. */
@Component
class LinkQuotaAsker {

    private static final Logger log = LoggerFactory.getLogger(LinkQuotaAsker.class);

    private final LinkQuotaService quotas;
    private final AcquisitionLinks wecom;

    LinkQuotaAsker(LinkQuotaService quotas, AcquisitionLinks wecom) {
        this.quotas = quotas;
        this.wecom = wecom;
    }

    void refresh() {
        quotas.due().forEach(this::refresh);
    }

    private void refresh(CompanyId company) {
        try {
            quotas.keep(company, wecom.quota(company));
        } catch (WecomRefusal refusal) {
            log.info("The quota of links could not be read yet: {}", refusal.getMessage());
        }
    }
}
