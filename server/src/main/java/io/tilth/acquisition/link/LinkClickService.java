package io.tilth.acquisition.link;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.LinkClicks;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class LinkClickService implements LinkClicks {

    /** As anonymous visits: whoever has not come by then is not coming by this click. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final int KEY_BYTES = 9; // twelve letters
    private static final int LONGEST = 500;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LinkClickRepository clicks;
    private final Clock clock;

    LinkClickService(LinkClickRepository clicks, Clock clock) {
        this.clicks = clicks;
        this.clock = clock;
    }

    @Override
    public String click(ChannelCodeId code, String click) {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        var key = Base64.getUrlEncoder().encodeToString(bytes).replace('_', '.');
        clicks.insert(code, key, click.length() > LONGEST ? click.substring(0, LONGEST) : click, clock.instant());
        return key;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> of(ChannelCodeId code, String key) {
        return clicks.find(code, key).filter(click -> !click.isEmpty());
    }

    void forget() {
        clicks.forget(clock.instant().minus(KEPT));
    }
}
