package io.tilth.sandbox.seed;

import io.tilth.sandbox.oauth.WechatAccount;
import io.tilth.sandbox.oauth.WechatAccount.Kind;
import io.tilth.sandbox.provider.Suite;
import io.tilth.sandbox.world.Thing;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands beside the companies of every world: a service account, a mini-program, a service provider. */
public final class Neighbours {
    public static final String SERVICE_ACCOUNT = "wx5e7a1c9b3d2f4680";
    public static final String SERVICE_ACCOUNT_SECRET = "sandbox-service-account-secret-00";
    public static final String MINI_PROGRAM = "wx8bd80126147df384";
    public static final String MINI_PROGRAM_SECRET = "sandbox-mini-program-secret-0000";
    public static final String PROVIDER = "ww1f0e9d8c7b6a5948";
    public static final String PROVIDER_SECRET = "sandbox-provider-secret-00000000000000000000";
    public static final String TEMPLATE = "dk7c1d5e9f3a8b2046";
    public static final String TEMPLATE_SECRET = "sandbox-template-secret-00000000000000000000";
    public static final String SUITE = "ww6d2b8f4e0a9c7351";
    public static final String SUITE_SECRET = "sandbox-suite-secret-00000000000000000000000";
    /** Where the pages of whoever tries things out lie. */
    public static final String DOMAIN = "localhost";

    private Neighbours() {}

    public static Stream<Thing> things() {
        return Stream.of(
                new WechatAccount(SERVICE_ACCOUNT, SERVICE_ACCOUNT_SECRET, "禾木里全屋定制", Kind.SERVICE_ACCOUNT, DOMAIN),
                new WechatAccount(MINI_PROGRAM, MINI_PROGRAM_SECRET, "禾木里预约", Kind.MINI_PROGRAM, DOMAIN),
                suite(TEMPLATE, TEMPLATE_SECRET, true),
                suite(SUITE, SUITE_SECRET, false));
    }

    private static Suite suite(String id, String secret, boolean template) {
        return new Suite(
                id, secret, "Tilth", template, PROVIDER, PROVIDER_SECRET, DOMAIN, "", Instant.EPOCH, Optional.empty());
    }
}
