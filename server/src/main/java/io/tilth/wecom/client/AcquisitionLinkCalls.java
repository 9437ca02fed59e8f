package io.tilth.wecom.client;

import io.tilth.wecom.AcquisitionLinks;
import io.tilth.wecom.CompanyId;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
class AcquisitionLinkCalls implements AcquisitionLinks {

    private static final String API = "externalcontact/customer_acquisition/";
    private static final int PAGE = 100;

    private final Asking asking;

    AcquisitionLinkCalls(Asking asking) {
        this.asking = asking;
    }

    @Override
    public Made create(CompanyId company, Link link) {
        return made(asking.post(company, API + "create_link", body(link)).path("link"));
    }

    @Override
    public Optional<Made> find(CompanyId company, String name, Set<String> known) {
        var cursor = "";
        do {
            var page = asking.post(company, API + "list_link", Map.of("limit", PAGE, "cursor", cursor));
            for (var one : page.path("link_id_list")) {
                var id = one.asString("");
                var made = known.contains(id) ? Optional.<Made>empty() : look(company, id, name);
                if (made.isPresent()) {
                    return made;
                }
            }
            cursor = page.path("next_cursor").asString("");
        } while (!cursor.isEmpty());
        return Optional.empty();
    }

    private Optional<Made> look(CompanyId company, String id, String name) {
        var link = asking.post(company, API + "get", Map.of("link_id", id)).path("link");
        return link.path("link_name").asString("").equals(name) ? Optional.of(made(link)) : Optional.empty();
    }

    @Override
    public void update(CompanyId company, String id, Link link) {
        var body = body(link);
        body.put("link_id", id);
        asking.post(company, API + "update_link", body);
    }

    @Override
    public Quota quota(CompanyId company) {
        var answer = asking.get(company, "externalcontact/customer_acquisition_quota", Map.of());
        var lots = new ArrayList<Lot>();
        for (var lot : answer.path("quota_list")) {
            lots.add(new Lot(
                    Instant.ofEpochSecond(lot.path("expire_date").asLong(0)),
                    lot.path("balance").asInt(0)));
        }
        return new Quota(answer.path("total").asInt(0), answer.path("balance").asInt(0), List.copyOf(lots));
    }

    private static Made made(JsonNode link) {
        return new Made(Fields.text(link, "link_id"), URI.create(Fields.text(link, "url")));
    }

    private static Map<String, Object> body(Link link) {
        var body = new HashMap<String, Object>();
        body.put("link_name", link.name());
        body.put("range", Map.of("user_list", link.users()));
        body.put("skip_verify", link.skipVerify());
        return body;
    }
}
