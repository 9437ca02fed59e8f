package io.tilth.sandbox.provider;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.callback.Destination;
import io.tilth.sandbox.callback.Event;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.App.CallbackAddress;
import io.tilth.sandbox.corp.App.Kind;
import io.tilth.sandbox.corp.App.Scope;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.world.Change;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Which company has installed what, and what the provider hears of it. */
public final class Installations {
    private static final String ADDRESS = "suite";
    private static final String TICKET = "suite-ticket";
    private static final Duration BETWEEN_TICKETS = Duration.ofMinutes(10);

    private final Platform platform;

    public Installations(Platform platform) {
        this.platform = platform;
        platform.callbacks().way(ADDRESS, this::orders);
        platform.timers().on(TICKET, (change, suite) -> push(change, suite));
    }

    /** Saves where orders go, if the address proves that it can read them, and begins to push tickets there. */
    public Optional<String> configure(String suite, CallbackAddress address) {
        var problem = platform.callbacks().check(destination(suite, address));
        if (problem.isEmpty()) {
            platform.world().change(change -> {
                boolean pushed = need(change, suite).orders().isPresent();
                change.put(need(change, suite).at(address));
                if (pushed) {
                    renew(change, suite);
                } else {
                    push(change, suite);
                }
                return suite;
            });
        }
        return problem;
    }

    /** A new ticket now, as when somebody presses the button in the provider's console. */
    public String pushTicket(String suite) {
        return platform.world().change(change -> renew(change, suite).ticket());
    }

    /** An administrator agrees: the provider hears of it and may fetch the permanent code. */
    public String install(String suite, String corp, String admin, String state) {
        return platform.world().change(change -> {
            var code = authCode(change, suite, corp, admin, state);
            say(
                    change,
                    suite,
                    "",
                    Event.of("create_auth").text("AuthCode", code.code()).text("State", state));
            return code.code();
        });
    }

    /** Installs without the provider's help: the app is there, with a permanent code that nobody has fetched. */
    public App installAtOnce(String suite, String corp) {
        return platform.world().change(change -> {
            var code = authCode(change, suite, corp, "", "");
            return redeem(change, suite, code.code()).app();
        });
    }

    /** The company sends the app away. */
    public void cancel(String suite, String corp) {
        platform.world().change(change -> {
            change.remove(installed(suite, corp));
            say(change, suite, corp, Event.of("cancel_auth"));
            return corp;
        });
    }

    /** The company shows the app more, or less, of itself. */
    public void change(String suite, String corp, Scope scope) {
        platform.world().change(change -> {
            change.put(installed(suite, corp).with(scope));
            say(change, suite, corp, Event.of("change_auth"));
            return corp;
        });
    }

    /** The old permanent code is worth nothing any more; the provider gets a code for a new one. */
    public String resetPermanentCode(String suite, String corp) {
        return platform.world().change(change -> {
            var app = installed(suite, corp);
            platform.tokens().revoke(app);
            change.put(app.withSecret(platform.ids().letters(64)));
            var code = authCode(change, suite, corp, "", "");
            say(change, suite, corp, Event.of("reset_permanent_code").text("AuthCode", code.code()));
            return code.code();
        });
    }

    /** The app that the company has from the suite. */
    public Optional<App> find(String suite, String corp) {
        return platform.world()
                .table(App.class)
                .under(corp + "/")
                .filter(app -> app.suite().equals(suite))
                .findFirst();
    }

    /** The company's app for a code; its permanent code is new. */
    Installed redeem(Change change, String suite, String code) {
        var auth = change.find(AuthCode.class, code)
                .filter(found -> found.suite().equals(suite))
                .filter(found -> found.lives(platform.clock().instant()))
                .orElseThrow(() -> new io.tilth.sandbox.api.ApiError(40078, "invalid auth_code"));
        change.remove(auth);
        var offer = need(change, suite);
        var kind = offer.template() ? Kind.PROVIDER_DEVELOPED : Kind.SUITE;
        var app = find(suite, auth.corp())
                .orElseGet(() -> App.selfBuilt(auth.corp(), nextAgent(auth.corp()), offer.name(), "")
                        .withKind(kind, suite)
                        .withTrust(offer.domain(), java.util.Set.of()))
                .withSecret(platform.ids().letters(64));
        change.put(app);
        if (change.find(Licences.Trial.class, app.key()).isEmpty()) {
            change.put(new Licences.Trial(app.key(), platform.clock().instant()));
        }
        return new Installed(app, admin(auth), auth.state());
    }

    App need(String suite, String corp, String permanentCode) {
        var app = find(suite, corp).orElseThrow(Code.AUTHORISATION_INVALID::error);
        Code.BAD_PERMANENT_CODE.unless(app.secret().equals(permanentCode));
        return app;
    }

    private Optional<Member> admin(AuthCode auth) {
        return platform.world()
                .find(Member.class, Member.key(auth.corp(), auth.admin()))
                .or(() -> platform.world()
                        .table(Member.class)
                        .under(auth.corp() + "/")
                        .findFirst());
    }

    private AuthCode authCode(Change change, String suite, String corp, String admin, String state) {
        need(change, suite);
        var code = new AuthCode(
                platform.ids().letters(64),
                suite,
                corp,
                admin,
                state,
                platform.clock().instant());
        change.put(code);
        return code;
    }

    private int nextAgent(String corp) {
        return platform.world()
                        .table(App.class)
                        .under(corp + "/")
                        .mapToInt(App::agent)
                        .max()
                        .orElse(1_000_001)
                + 1;
    }

    private App installed(String suite, String corp) {
        return find(suite, corp).orElseThrow(() -> new NoSuchElementException("The company has not installed this"));
    }

    private Suite renew(Change change, String suite) {
        var renewed = need(change, suite)
                .ticketed(platform.ids().letters(86), platform.clock().instant());
        change.put(renewed);
        say(change, suite, "", Event.of("suite_ticket").text("SuiteTicket", renewed.ticket()));
        return renewed;
    }

    private void push(Change change, String suite) {
        if (change.find(Suite.class, suite).flatMap(Suite::orders).isPresent()) {
            renew(change, suite);
            platform.timers().set(change, platform.clock().instant().plus(BETWEEN_TICKETS), TICKET, suite);
        }
    }

    private void say(Change change, String suite, String corp, Event event) {
        if (need(change, suite).orders().isEmpty()) {
            return;
        }
        String xml = event.toSuiteXml(suite, corp, platform.clock().seconds());
        // The platform itself writes a blank there, and who does not trim it never sees a ticket.
        String sent = event.name().equals("suite_ticket") ? xml.replace("<InfoType><![", "<InfoType> <![") : xml;
        platform.callbacks().send(change, ADDRESS + ":" + suite, corp, event.about(suite), sent);
    }

    private Suite need(Change change, String suite) {
        return change.find(Suite.class, suite).orElseThrow(Code.BAD_SUITE::error);
    }

    private Optional<Destination> orders(String suite) {
        return platform.world()
                .find(Suite.class, suite)
                .flatMap(found -> found.orders().map(address -> destination(suite, address)));
    }

    private static Destination destination(String suite, CallbackAddress address) {
        return new Destination(address.url(), address.token(), address.aesKey(), suite, "");
    }

    /** An app in a company, and who brought it there. */
    record Installed(App app, Optional<Member> admin, String state) {}
}
