package io.tilth.wecom.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A platform that answers exactly what a test wants it to, call by call; the sandbox would not be so obliging. */
class Platform implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Function<Asked, String>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger tokens = new AtomicInteger();
    private final Map<String, String> current = new ConcurrentHashMap<>();

    /** @param token with which it was asked */
    record Asked(String api, Map<String, String> parameters, String body) {

        String token() {
            return parameters.getOrDefault("access_token", "");
        }
    }

    Platform() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/cgi-bin/", this::answer);
        server.start();
        reset();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Forgets what it was told and asked; hands out tokens again. */
    void reset() {
        answers.clear();
        asked.clear();
        on("gettoken", asked -> {
            var token = "token-" + tokens.incrementAndGet();
            current.put(asked.parameters().get("corpid"), token);
            return "{\"errcode\":0,\"errmsg\":\"ok\",\"access_token\":\"" + token + "\",\"expires_in\":7200}";
        });
    }

    void on(String api, Function<Asked, String> answer) {
        answers.put(api, answer);
    }

    /** Answers "ok" to the token that was handed out last to the company, and 42001 to every other. */
    void onCurrentToken(String corpId, String api) {
        on(
                api,
                asked ->
                        asked.token().equals(current.get(corpId)) ? "{\"errcode\":0,\"errmsg\":\"ok\"}" : error(42001));
    }

    void expireTokens(String corpId) {
        current.put(corpId, "none");
    }

    List<Asked> asked(String api) {
        return asked.stream().filter(one -> one.api().equals(api)).toList();
    }

    static String error(int code) {
        return "{\"errcode\":" + code + ",\"errmsg\":\"no, hint: [1_1], from ip: 1.2.3.4\"}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        var one = new Asked(
                exchange.getRequestURI().getPath().substring("/cgi-bin/".length()),
                parameters(exchange.getRequestURI()),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        asked.add(one);
        var answer = answers.getOrDefault(one.api(), any -> error(40066)).apply(one);
        var bytes = answer.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=UTF-8");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static Map<String, String> parameters(URI uri) {
        var parameters = new ConcurrentHashMap<String, String>();
        for (var pair : uri.getQuery() == null ? new String[0] : uri.getQuery().split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        return parameters;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
