package io.tilth.sandbox.phone;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The page itself, as it was built from web/phone. */
final class Pages {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    void serve(RoutesConfig http) {
        http.get("/", context -> context.redirect("/phone/"));
        http.get("/phone", this::index);
        http.get("/phone/<file>", this::file);
    }

    private void index(Context http) {
        if (http.host() != null && http.host().startsWith("localhost")) {
            // The console lies on localhost; pages on these phones shall share no cookie with it.
            String query = http.queryString() == null ? "" : "?" + http.queryString();
            http.redirect("http://127.0.0.1:" + http.port() + "/phone/" + query);
            return;
        }
        if (!http.path().endsWith("/")) {
            http.redirect("/phone/" + (http.queryString() == null ? "" : "?" + http.queryString()));
            return;
        }
        http.header("Cache-Control", "no-cache");
        show(http, "index.html");
    }

    private void file(Context http) {
        String file = http.pathParam("file");
        if (file.isEmpty()) {
            index(http);
            return;
        }
        // What is built has the digest of its content in its name.
        http.header("Cache-Control", file.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache");
        show(http, file);
    }

    private static void show(Context http, String file) {
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        try (var in = type == null || file.contains("..") ? null : Pages.class.getResourceAsStream("/phone/" + file)) {
            if (in == null) {
                http.status(404).result("There is no such page. Has web/phone been built?");
                return;
            }
            http.contentType(type).result(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
