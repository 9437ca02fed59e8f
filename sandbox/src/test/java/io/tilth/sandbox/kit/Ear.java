package io.tilth.sandbox.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.tilth.sandbox.corp.App.CallbackAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import me.chanjar.weixin.common.util.XmlUtils;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;

/** An app's end of the line: hears callbacks and reads them with WxJava's own cipher, not ours. */
public final class Ear implements AutoCloseable {
    private static final String TOKEN = "QDG6eKhMqLgQR8z";
    private static final String AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final WxCpCryptUtil crypt;
    private final HttpServer server;
    private volatile IntUnaryOperator status = nth -> 200;
    private int requests;

    public Ear(String corp) {
        this(corp, 0);
    }

    public Ear(String corp, int port) {
        var config = new WxCpDefaultConfigImpl();
        config.setCorpId(corp);
        config.setToken(TOKEN);
        config.setAesKey(AES_KEY);
        crypt = new WxCpCryptUtil(config);
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::hear);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public CallbackAddress address() {
        return new CallbackAddress("http://127.0.0.1:" + port() + "/callback", TOKEN, AES_KEY, Set.of());
    }

    /** What it answers to the n-th request, counted from 0. */
    public Ear answering(IntUnaryOperator status) {
        this.status = status;
        return this;
    }

    /** The decrypted messages, in the order in which they came. */
    public List<String> heard() {
        return heard;
    }

    public List<Map<String, Object>> events() {
        return List.copyOf(heard).stream().map(XmlUtils::xml2Map).toList();
    }

    /** The element of every message. */
    public List<Object> each(String element) {
        return events().stream().map(event -> event.get(element)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void hear(HttpExchange exchange) throws IOException {
        var query = query(exchange.getRequestURI().getRawQuery());
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        byte[] answer = new byte[0];
        int code = 200;
        String signature = query.get("msg_signature");
        if (exchange.getRequestMethod().equals("GET")) {
            answer = crypt.decryptContent(signature, query.get("timestamp"), query.get("nonce"), query.get("echostr"))
                    .getBytes(StandardCharsets.UTF_8);
        } else {
            String plain = crypt.decryptXml(signature, query.get("timestamp"), query.get("nonce"), body);
            synchronized (this) {
                code = status.applyAsInt(requests++);
                heard.add(plain);
            }
        }
        exchange.sendResponseHeaders(code, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static Map<String, String> query(String raw) {
        var map = new HashMap<String, String>();
        for (String pair : raw.split("&")) {
            int equals = pair.indexOf('=');
            map.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return map;
    }
}
