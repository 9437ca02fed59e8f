package io.tilth.wecom.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tilth.kernel.TilthSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks at a domain as WeCom will: whether it leads to us, and shows the file. */
@Component
class DomainProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 1_000;

    private final TilthSettings house;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(Redirect.NEVER)
            .build();

    DomainProbe(TilthSettings house) {
        this.house = house;
    }

    Verdict look(String host, DomainFile file) {
        boolean ours = host.equals(house.publicUrl().getHost());
        try {
            if (!ours && leadsInside(host)) {
                return Verdict.bad("domain-not-public", host);
            }
            var base = ours ? house.publicUrl().toString().replaceAll("/+$", "") : "https://" + host;
            return judge(host, file, ask(URI.create(base + "/" + file.name())));
        } catch (UnknownHostException unknown) {
            return Verdict.bad("domain-unknown", host);
        } catch (IOException unreachable) {
            return Verdict.bad("domain-unreachable", host);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Verdict.bad("domain-unreachable", host);
        }
    }

    /** Who types a name must not make the server look around in its own network. */
    private static boolean leadsInside(String host) throws UnknownHostException {
        return Stream.of(InetAddress.getAllByName(host))
                .anyMatch(address -> address.isLoopbackAddress()
                        || address.isSiteLocalAddress()
                        || address.isLinkLocalAddress()
                        || address.isAnyLocalAddress()
                        || address.isMulticastAddress()
                        || isUniqueLocal(address));
    }

    /** IPv6's own private range, which Java does not name. */
    private static boolean isUniqueLocal(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    }

    private HttpResponse<byte[]> ask(URI address) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                info -> BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST).apply(info));
    }

    private static Verdict judge(String host, DomainFile file, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            return Verdict.bad("domain-leads-elsewhere", host, Integer.toString(answer.statusCode()));
        }
        var content = new String(answer.body(), UTF_8).strip();
        return content.equals(file.content()) ? Verdict.GOOD : Verdict.bad("domain-shows-another-file", host);
    }
}
