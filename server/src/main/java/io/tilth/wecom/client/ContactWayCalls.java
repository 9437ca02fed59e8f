package io.tilth.wecom.client;

import io.tilth.wecom.CompanyId;
import io.tilth.wecom.ContactWays;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class ContactWayCalls implements ContactWays {

    private static final int SEVERAL = 2;
    private static final int CODE = 2;

    private final Asking asking;

    ContactWayCalls(Asking asking) {
        this.asking = asking;
    }

    @Override
    public Made create(CompanyId company, Way way) {
        var body = body(way);
        body.put("type", SEVERAL);
        body.put("scene", CODE);
        var answer = asking.post(company, "externalcontact/add_contact_way", body);
        return new Made(Fields.text(answer, "config_id"), URI.create(Fields.text(answer, "qr_code")));
    }

    @Override
    public void update(CompanyId company, String configId, Way way) {
        var body = body(way);
        body.put("config_id", configId);
        asking.post(company, "externalcontact/update_contact_way", body);
    }

    private static Map<String, Object> body(Way way) {
        var body = new HashMap<String, Object>();
        body.put("remark", way.remark());
        body.put("state", way.state());
        body.put("user", way.users());
        body.put("skip_verify", way.skipVerify());
        body.put("is_exclusive", way.exclusive());
        return body;
    }
}
