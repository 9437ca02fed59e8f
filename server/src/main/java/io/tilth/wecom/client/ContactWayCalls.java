package io.tilth.wecom.client;

import io.tilth.wecom.CompanyId;
import io.tilth.wecom.ContactWays;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

@Component
class ContactWayCalls implements ContactWays {

    private static final int SEVERAL = 2;
    private static final int CODE = 2;
    private static final int PAGE = 1_000;
    private static final Duration SLACK = Duration.ofMinutes(5);

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
    public Optional<Made> find(CompanyId company, String state, Instant since, Set<String> known) {
        var cursor = "";
        do {
            var page = asking.post(company, "externalcontact/list_contact_way", page(since, cursor));
            for (var one : page.path("contact_way")) {
                var id = Fields.text(one, "config_id");
                var made = known.contains(id) ? Optional.<Made>empty() : look(company, id, state);
                if (made.isPresent()) {
                    return made;
                }
            }
            cursor = page.path("next_cursor").asString("");
        } while (!cursor.isEmpty());
        return Optional.empty();
    }

    private Optional<Made> look(CompanyId company, String id, String state) {
        var way = asking.post(company, "externalcontact/get_contact_way", Map.of("config_id", id))
                .path("contact_way");
        return way.path("state").asString("").equals(state)
                ? Optional.of(new Made(id, URI.create(Fields.text(way, "qr_code"))))
                : Optional.empty();
    }

    /** Our clock and WeCom's may differ a little. */
    private static Map<String, Object> page(Instant since, String cursor) {
        var body = new HashMap<String, Object>();
        body.put("start_time", since.minus(SLACK).getEpochSecond());
        body.put("limit", PAGE);
        if (!cursor.isEmpty()) {
            body.put("cursor", cursor);
        }
        return body;
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
