package io.tilth.tracking.reach;

import io.tilth.directory.Members.Member;
import io.tilth.wecom.ContactWays;
import io.tilth.wecom.ContactWays.Way;
import io.tilth.wecom.WecomRefusal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The code by which a reader finds a member in WeChat. Asks WeCom, so it is in no transaction itself. */
@Component
class MemberCodes {

    /** Comes back with whoever scans it: they came by what a member had sent. */
    private static final String STATE = "card";

    private static final int LARGEST = 256 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(MemberCodes.class);

    private final MemberCodeService codes;
    private final ContactWays ways;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    MemberCodes(MemberCodeService codes, ContactWays ways) {
        this.codes = codes;
        this.ways = ways;
    }

    /** Empty while there is none: somebody else is asking for it, or WeCom does not give it. */
    Optional<byte[]> picture(Member member) {
        return codes.picture(member.id()).or(() -> codes.claim(member.id()) ? make(member) : Optional.empty());
    }

    private Optional<byte[]> make(Member member) {
        try {
            var way = new Way(member.name(), STATE, List.of(member.userId()), true, false);
            var made = ways.create(member.company(), way);
            var picture = fetch(made.picture());
            picture.ifPresent(bytes -> codes.keep(member.id(), made.configId(), bytes));
            return picture;
        } catch (WecomRefusal refused) {
            LOG.info("No code for a member's card: {}", refused.getMessage());
            return Optional.empty();
        }
    }

    private Optional<byte[]> fetch(URI address) {
        try {
            var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            var answer = http.send(request, BodyHandlers.ofByteArray());
            return Optional.of(answer.body())
                    .filter(bytes -> answer.statusCode() == 200 && bytes.length > 0 && bytes.length <= LARGEST);
        } catch (IOException unreachable) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
