package io.tilth.wecom.inbox;

import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.CallbackAddresses;
import io.tilth.wecom.CallbackAddresses.Issued;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.Sealing;
import io.tilth.wecom.Sealing.Sealed;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Writes to one company's address as WeCom would. */
record Correspondent(int port, TenantId tenant, CompanyId company, Issued issued, Sealing sealing) {

    static final String CORP = "ww1234567890abcdef";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Random RANDOM = new Random(20261122);

    static Correspondent of(int port, TenantId tenant, TenantVisits visits, CallbackAddresses addresses) {
        var company = CompanyId.next();
        var issued = visits.system(tenant, () -> addresses.issue(company, CORP));
        return new Correspondent(port, tenant, company, issued, new Sealing(issued.token(), issued.aesKey(), CORP));
    }

    static String message(String event, String change, String customer, long second, String more) {
        return """
                <xml><ToUserName><![CDATA[%s]]></ToUserName><FromUserName>sys</FromUserName><CreateTime>%d</CreateTime>
                <MsgType>event</MsgType><Event>%s</Event><ChangeType>%s</ChangeType><UserID>lin</UserID>
                <ExternalUserID>%s</ExternalUserID>%s</xml>""".formatted(CORP, second, event, change, customer, more);
    }

    Sealed seal(String message) {
        synchronized (RANDOM) {
            return sealing.seal(message, RANDOM);
        }
    }

    HttpResponse<String> send(String message) {
        return send(seal(message));
    }

    HttpResponse<String> send(Sealed sealed) {
        return post(path() + sealed.query(), "text/xml", BodyPublishers.ofString(sealed.xml(CORP)));
    }

    HttpResponse<String> verify(String echo) {
        var sealed = seal(echo);
        return call(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path() + sealed.query() + "&echostr="
                        + URLEncoder.encode(sealed.text(), StandardCharsets.UTF_8)))
                .build());
    }

    HttpResponse<String> post(String path, String type, HttpRequest.BodyPublisher body) {
        return call(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", type)
                .POST(body)
                .build());
    }

    String path() {
        return issued.url().getPath();
    }

    private static HttpResponse<String> call(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
