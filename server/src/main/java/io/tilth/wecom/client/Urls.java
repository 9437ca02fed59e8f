package io.tilth.wecom.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses with their parameters. */
final class Urls {

    private Urls() {}

    static String encode(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    /** In the map's order. */
    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + encode(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    static URI join(URI base, String path, Map<String, String> parameters) {
        return URI.create(base.toString().replaceAll("/+$", "") + path + "?" + query(parameters));
    }
}
