package io.tilth.drill.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks and waits for the whole answer; the client's own patience ends with the head, and a body may never come. */
final class Line {

    private static final int PATIENCE_SECONDS = 15;

    private Line() {}

    static <T> HttpResponse<T> ask(HttpClient http, HttpRequest request, BodyHandler<T> body)
            throws IOException, InterruptedException {
        var answer = http.sendAsync(request, body);
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException silence) {
            answer.cancel(true);
            throw new IOException("No answer in " + PATIENCE_SECONDS + " s", silence);
        } catch (ExecutionException failure) {
            throw new IOException(failure.getCause());
        }
    }
}
