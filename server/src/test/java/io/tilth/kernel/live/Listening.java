package io.tilth.kernel.live;

import io.tilth.kernel.Probing;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A browser's end of a stream, as a test reads it. */
class Listening implements AutoCloseable {

    private static final Pattern ID = Pattern.compile("id:(\\S+)");

    private final InputStream stream;
    private final StringBuffer text = new StringBuffer();

    private Listening(InputStream stream) {
        this.stream = stream;
        Thread.ofVirtual().start(this::read);
    }

    static Listening open(Probing probe, String... headers) throws Exception {
        var request = probe.request("/sse");
        if (headers.length == 2) {
            request.header(headers[0], headers[1]);
        }
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
        var listening = new Listening(answer.body());
        listening.await("event:hello");
        return listening;
    }

    void await(String part) {
        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> text.indexOf(part) >= 0);
    }

    String text() {
        return text.toString();
    }

    String lastId() {
        var found = ID.matcher(text);
        var last = "";
        while (found.find()) {
            last = found.group(1);
        }
        return last;
    }

    @Override
    public void close() throws Exception {
        stream.close();
    }

    private void read() {
        var buffer = new byte[1024];
        try {
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
            }
        } catch (IOException closed) {
            text.append("[closed]");
        }
    }
}
