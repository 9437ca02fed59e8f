package io.tilth.wecom.client;

import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomRefusal.Kind;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks in WeCom's own words and gives the answer as it came; most of what we need has no typed method in WxJava. */
@Component
class Asking {

    private final Calls calls;
    private final JsonMapper json = JsonMapper.builder().build();

    Asking(Calls calls) {
        this.calls = calls;
    }

    Credentials app(CompanyId company) {
        return calls.line(company).credentials();
    }

    JsonNode get(CompanyId company, String api, Map<String, String> parameters) {
        var query = parameters.isEmpty() ? null : Urls.query(parameters);
        return read(api, calls.call(company, api, line -> line.get(line.url("/cgi-bin/" + api), query)));
    }

    JsonNode post(CompanyId company, String api, Map<String, ?> body) {
        var text = json.writeValueAsString(body);
        return read(api, calls.call(company, api, line -> line.post(line.url("/cgi-bin/" + api), text)));
    }

    /** @param most how long to wait for limits to pass */
    JsonNode post(CompanyId company, String api, Map<String, ?> body, Duration most) {
        var text = json.writeValueAsString(body);
        return read(api, calls.call(company, api, most, line -> line.post(line.url("/cgi-bin/" + api), text)));
    }

    private JsonNode read(String api, String answer) {
        try {
            return json.readTree(answer);
        } catch (JacksonException garbled) {
            throw new WecomRefusal(api, 0, Kind.BUSY, "the answer is not JSON");
        }
    }
}
