package io.tilth.sandbox.provider;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.world.Index;
import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Who has a licence, and until when a company may do without. */
public final class Licences {
    private static final Duration TRIAL = Duration.ofDays(90);

    private final Platform platform;
    private final Index<Licence> byUser;

    public Licences(Platform platform) {
        this.platform = platform;
        this.byUser = platform.world()
                .table(Licence.class)
                .index(licence -> licence.user().isEmpty() ? "" : name(licence.corp(), licence.user()));
    }

    /** The provider buys one for the company; the answer is its activation code. */
    public String buy(String corp) {
        var licence = Licence.bought(
                corp, "LA" + platform.ids().letters(30), platform.clock().instant());
        platform.world().change(change -> {
            change.put(licence);
            return licence;
        });
        return licence.code();
    }

    /** The licence that ends last. */
    Optional<Licence> of(String corp, String user) {
        return byUser.of(name(corp, user)).max(Comparator.comparing(Licence::expiresAt));
    }

    /** Whether the app may send to the member: self-built ones need no licence. */
    public boolean allows(App app, String user) {
        var now = platform.clock().instant();
        return app.suite().isEmpty()
                || now.isBefore(trialEnd(app))
                || of(app.corp(), user).filter(licence -> licence.isActive(now)).isPresent();
    }

    Instant trialEnd(App app) {
        return platform.world()
                .find(Trial.class, app.key())
                .map(Trial::since)
                .orElse(Instant.EPOCH)
                .plus(TRIAL);
    }

    private static String name(String corp, String user) {
        return corp + "/" + user.toLowerCase(Locale.ROOT);
    }

    /** When a company installed an app: the first days are free. */
    record Trial(String app, Instant since) implements Thing {
        @Override
        public String key() {
            return app;
        }
    }
}
