package io.tilth.sandbox.phone;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.media.Media;
import java.util.NoSuchElementException;

/** The page with two phones, and everything that is asked and done there. */
public final class Phone implements AutoCloseable {
    static final String ROOT = "/sandbox/api/phone";

    private final Sandbox sandbox;
    private final Live live = new Live();

    public Phone(Sandbox sandbox) {
        this.sandbox = sandbox;
        sandbox.world().watch(change -> live.stir());
        sandbox.callbacks().log().watch(delivered -> live.stir());
        sandbox.platform().calls().watch(call -> live.stir());
    }

    public void serve(RoutesConfig http) {
        var platform = sandbox.platform();
        var web = new Web(sandbox.world());
        var faces = new Faces(platform);
        var bubbles = new Bubbles(sandbox.world());
        var groups = new GroupRooms(platform, faces, bubbles);
        new Pages().serve(http);
        new Opening().serve(http);
        http.sse(ROOT + "/events", live::open);
        http.get(ROOT + "/clock", web.read(context -> clock()));
        http.post(ROOT + "/decode", web.read(Phone::decode));
        http.get(ROOT + "/media/{corp}/{id}", this::media);
        new PeopleRoutes(platform, sandbox.actors(), faces).serve(http, web);
        new WeChatRoutes(sandbox, faces, bubbles, groups).serve(http, web);
        var tasks = new Tasks(sandbox, faces, bubbles);
        tasks.serve(http, web);
        new MomentRoutes(sandbox, faces, bubbles).serve(http, web);
        new WeComRoutes(sandbox, faces, bubbles, groups, tasks).serve(http, web);
        new CustomerRoutes(platform, sandbox.actors(), faces).serve(http, web);
        new ConsoleRoutes(sandbox, live).serve(http, web);
        new LogRoutes(platform).serve(http, web);
    }

    @Override
    public void close() {
        live.close();
    }

    private Object clock() {
        var clock = sandbox.platform().clock();
        return Json.object(
                "now", clock.instant().toString(), "ahead", clock.ahead().toMillis());
    }

    private static Object decode(Context http) {
        String text = CodeReader.read(http.bodyAsBytes()).orElseThrow(() -> new NoSuchElementException("图片里没有认出二维码"));
        return Json.object("text", text);
    }

    private void media(Context http) {
        var media = sandbox.world().find(Media.class, http.pathParam("corp") + "/" + http.pathParam("id"));
        if (media.isEmpty()) {
            http.status(404);
            return;
        }
        // What an app uploads could be a page; from here it is shown as what it says it is, and never run.
        http.header("X-Content-Type-Options", "nosniff");
        http.header("Content-Security-Policy", "sandbox");
        http.contentType(media.get().type()).result(media.get().bytes());
    }
}
