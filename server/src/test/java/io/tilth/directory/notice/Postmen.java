package io.tilth.directory.notice;

import io.tilth.directory.MemberId;
import io.tilth.kernel.TenantId;
import org.springframework.boot.test.context.TestConfiguration;

/** Lets tests send the postman round at once, instead of waiting for the job. */
@TestConfiguration(proxyBeanMethods = false)
public class Postmen {

    private final Postman postman;

    Postmen(Postman postman) {
        this.postman = postman;
    }

    public void walk(TenantId tenant, MemberId member) {
        postman.deliver(tenant, member);
    }
}
