package io.tilth.wecom.client;

import io.tilth.wecom.WecomRefusal;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import me.chanjar.weixin.common.bean.WxAccessToken;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.SimpleGetRequestExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The token of an app, got with its secret; for a provider-developed app the permanent code is the secret. */
@Component
class AccessTokens {

    private static final String API = "gettoken";
    private static final int MOST_TRIES = 3;
    private static final Duration STEP = Duration.ofMillis(300);

    private final Tokens tokens;
    private final Tally tally;
    private final Meter meter;
    private final Waiting waiting;

    AccessTokens(Tokens tokens, Tally tally, Meter meter, Waiting waiting) {
        this.tokens = tokens;
        this.tally = tally;
        this.meter = meter;
        this.waiting = waiting;
    }

    String of(Line line, @Nullable String stale) {
        return tokens.of(line, Token.Name.ACCESS, stale, () -> fetch(line));
    }

    /** A busy platform is asked again here, since those who wait for the token must not all ask. */
    private Tokens.Fetched fetch(Line line) {
        for (int tried = 1; ; tried++) {
            try {
                var fetched = ask(line);
                tally.answered(line.credentials(), 0);
                return fetched;
            } catch (WecomRefusal refusal) {
                tally.failed(line.credentials(), refusal, 0);
                if (refusal.kind() != WecomRefusal.Kind.BUSY || tried == MOST_TRIES) {
                    throw refusal;
                }
                waiting.pause(STEP.multipliedBy(tried)
                        .plusMillis(ThreadLocalRandom.current().nextInt(200)));
            }
        }
    }

    private Tokens.Fetched ask(Line line) {
        var app = line.credentials();
        var url = line.url(
                "/cgi-bin/gettoken?corpid=" + Urls.encode(app.corpId()) + "&corpsecret=" + Urls.encode(app.secret()));
        meter.add(1, 0);
        try {
            var answer = SimpleGetRequestExecutor.create(line).execute(url, null, WxType.CP);
            var token = WxAccessToken.fromJson(answer);
            return new Tokens.Fetched(token.getAccessToken(), token.getExpiresIn());
        } catch (WxErrorException refused) {
            throw Kinds.refusal(API, refused);
        } catch (IOException silence) {
            throw Kinds.refusal(API, silence);
        }
    }
}
