package io.tilth.sandbox.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Routes.Route;
import io.tilth.sandbox.world.Change;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Between HTTP and the routes: lets in, has it done, waits until it is on the disk, answers as the platform answers. */
public final class Dispatch {
    private static final String CALLER = "caller";
    private static final System.Logger LOG = System.getLogger(Dispatch.class.getName());

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,9})-(\\d{0,9})");

    private final AtomicInteger answers = new AtomicInteger();
    private final Map<String, LongAdder> served = new ConcurrentHashMap<>();
    private final Platform platform;
    private final Gate gate;
    private final Mishaps mishaps;

    public Dispatch(Platform platform) {
        this.platform = platform;
        this.gate = new Gate(platform);
        this.mishaps = new Mishaps(platform.dice());
    }

    public void serve(Routes table, RoutesConfig http) {
        for (var route : table.all()) {
            for (var method : new HandlerType[] {HandlerType.GET, HandlerType.POST}) {
                http.addHttpHandler(method, route.path(), context -> serve(route, context));
            }
        }
        for (var method : new HandlerType[] {HandlerType.GET, HandlerType.POST}) {
            http.addHttpHandler(method, "/cgi-bin/*", context -> refuse(context, Code.BAD_URL.error()));
        }
    }

    /** How often each path was answered without a refusal. */
    public Map<String, Long> served() {
        var counts = new TreeMap<String, Long>();
        served.forEach((path, count) -> counts.put(path, count.sum()));
        return counts;
    }

    private void serve(Route route, Context http) {
        long began = System.nanoTime();
        try {
            serve(route, http, began);
        } catch (ApiError refusal) {
            log(route, http, refusal.code(), refusal.getMessage(), began);
            refuse(http, refusal);
        } catch (Mishaps.Silence silence) {
            log(route, http, silence.status(), "", began);
            http.status(silence.status());
        }
    }

    private void serve(Route route, Context http, long began) {
        var call = gate.enter(route, http);
        if (call.corp() != null && call.app() != null) {
            http.attribute(CALLER, call.app().key());
        }
        String corp = call.corp() == null ? "" : call.corp().id();
        mishaps.before(corp, route.path(), http);
        var answer = route.writes()
                ? platform.world().change(change -> route.deed().answer(call, change))
                : route.deed().answer(call, new Change(platform.world()));
        call.disguise().outward(answer.body());
        platform.world().settle();
        mishaps.after(corp, route.path(), http);
        served.computeIfAbsent(route.path(), any -> new LongAdder()).increment();
        log(route, http, 0, "", began);
        answer(http, answer);
    }

    private void log(Route route, Context http, int code, String message, long began) {
        String caller = http.attribute(CALLER);
        long millis = (System.nanoTime() - began) / 1_000_000;
        platform.calls()
                .add(platform.clock().instant(), caller == null ? "" : caller, route.path(), code, message, millis);
    }

    private void answer(Context http, Answer answer) {
        if (answer.file() != null) {
            http.contentType(answer.file().type());
            http.header(
                    "Content-Disposition",
                    "attachment; filename=\"" + answer.file().name() + "\"");
            part(http, answer.file().bytes());
            return;
        }
        json(http, answer.withCode() ? Json.object("errcode", 0, "errmsg", "ok").setAll(answer.body()) : answer.body());
    }

    /** The file, or the one part of it that the caller asked for. */
    private static void part(Context http, byte[] bytes) {
        String range = http.header("Range");
        var asked = range == null ? null : RANGE.matcher(range);
        int from = asked != null && asked.matches() ? Integer.parseInt(asked.group(1)) : 0;
        if (asked == null || !asked.matches() || from >= bytes.length) {
            http.header("Accept-Ranges", "bytes").result(bytes);
            return;
        }
        int last = asked.group(2).isEmpty() ? bytes.length - 1 : Integer.parseInt(asked.group(2));
        int to = Math.min(Math.max(last, from), bytes.length - 1);
        http.status(206)
                .header("Content-Range", "bytes %d-%d/%d".formatted(from, to, bytes.length))
                .result(Arrays.copyOfRange(bytes, from, to + 1));
    }

    private void refuse(Context http, ApiError refusal) {
        drain(http);
        platform.world().settle();
        String hint = ", hint: [%d_%d_%s], from ip: %s, more info at https://open.work.weixin.qq.com/devtool/query?e=%d"
                .formatted(
                        platform.clock().seconds(),
                        answers.incrementAndGet(),
                        platform.ids().hex(32),
                        http.ip(),
                        refusal.code());
        http.header("error-code", Integer.toString(refusal.code()));
        http.header("error-msg", refusal.getMessage().replaceAll("[^ -~]", "?"));
        json(http, Json.object("errcode", refusal.code(), "errmsg", refusal.getMessage() + hint));
    }

    /** Reads what is left of the question: else the connection is cut, and with it the caller's next call. */
    private static void drain(Context http) {
        try {
            http.req().getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The caller has gone", e);
        }
    }

    private static void json(Context http, ObjectNode body) {
        http.contentType("application/json; charset=UTF-8");
        http.result(Json.MAPPER.writeValueAsBytes(body));
    }
}
