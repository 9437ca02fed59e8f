package io.tilth.sandbox;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.tilth.sandbox.actor.Actors;
import io.tilth.sandbox.api.Dispatch;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.callback.Callbacks;
import io.tilth.sandbox.contact.Avatar;
import io.tilth.sandbox.control.Control;
import io.tilth.sandbox.fault.Dice;
import io.tilth.sandbox.phone.Phone;
import io.tilth.sandbox.world.World;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A stand-in for the WeCom platform: the same paths, fields, limits and encrypted callbacks, on one's own machine. */
public final class Sandbox implements AutoCloseable {
    private final Settings settings;
    private final World world;
    private final Platform platform;
    private final Features features;
    private final Actors actors;
    private final Phone phone;
    private final Routes table = new Routes();
    private final Dispatch dispatch;
    private final Javalin server;

    private Sandbox(Settings settings) {
        this.settings = settings;
        this.world = settings.home().map(World::in).orElseGet(World::inMemory);
        this.platform = new Platform(world, this::url);
        this.features = new Features(platform);
        this.actors = new Actors(platform);
        this.phone = new Phone(this);
        this.dispatch = new Dispatch(platform);
        Areas.of(platform, features.media()).forEach(area -> area.enter(table));
        features.areas().forEach(area -> area.enter(table));
        if (world.isEmpty()) {
            plant(settings.seed());
        }
        this.server = Javalin.create(this::configure).start("127.0.0.1", settings.port());
        platform.timers().start();
        platform.callbacks().resume();
    }

    public static Sandbox start(Settings settings) {
        return new Sandbox(settings);
    }

    public static void main(String[] arguments) {
        Main.run(List.of(arguments));
    }

    public int port() {
        return server.port();
    }

    /** Where it is found, without a slash at the end. */
    public String url() {
        return settings.publicUrl().orElseGet(() -> "http://localhost:" + server.port());
    }

    public Settings settings() {
        return settings;
    }

    public Platform platform() {
        return platform;
    }

    /** The parts of the platform that people act on. */
    public Features features() {
        return features;
    }

    /** The people of this world, to be told what to do. */
    public Actors actors() {
        return actors;
    }

    /** All paths of the API. */
    public Routes routes() {
        return table;
    }

    /** How often each path of the API was answered without a refusal. */
    public Map<String, Long> served() {
        return dispatch.served();
    }

    public World world() {
        return world;
    }

    public Callbacks callbacks() {
        return platform.callbacks();
    }

    public Dice faults() {
        return platform.dice();
    }

    /** Forgets everything and plants the seed again. */
    public void reset(Seed seed) {
        world.reset();
        platform.limits().forget();
        plant(seed);
    }

    /** Puts the world aside under a name. */
    public void save(String name) {
        world.save(saved(name));
    }

    /** Goes back to what was put aside under the name. */
    public void load(String name) {
        world.load(saved(name));
        platform.limits().forget();
        platform.callbacks().resume();
    }

    private Path saved(String name) {
        if (!name.matches("[\\w-]{1,40}")) {
            throw new IllegalArgumentException("Not a name to save under: " + name);
        }
        var home = settings.home().orElseThrow(() -> new IllegalArgumentException("This sandbox has no folder"));
        return home.resolve("saved").resolve(name);
    }

    @Override
    public void close() {
        platform.timers().close();
        platform.callbacks().close();
        phone.close();
        server.stop();
        world.close();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = 32L << 20;
        // Jetty hangs up on whoever said more than was read, and their next request would find nobody.
        config.routes.after(ctx -> ctx.req().getInputStream().transferTo(OutputStream.nullOutputStream()));
        dispatch.serve(table, config.routes);
        features.serve(config.routes);
        config.routes.get("/avatar/{id}", new Avatar(world)::show);
        config.routes.get("/wework_admin/qrcode/{id}", platform.qrCodes()::show);
        new Control(this).serve(config.routes);
        phone.serve(config.routes);
    }

    private void plant(Seed seed) {
        world.fill(seed.things(platform.clock().instant()));
    }
}
