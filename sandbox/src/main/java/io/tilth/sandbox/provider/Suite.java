package io.tilth.sandbox.provider;

import io.tilth.sandbox.corp.App.CallbackAddress;
import io.tilth.sandbox.world.Thing;
import java.time.Instant;
import java.util.Optional;

/**
 * What a service provider offers to companies: a suite, or a template for provider-developed apps (代开发).
 *
 * @param provider the provider's own company id; ids are disguised per provider
 * @param domain where its web pages lie
 * @param ticket the newest one that was pushed; empty before the first
 * @param orders where orders (指令) go
 */
public record Suite(
        String id,
        String secret,
        String name,
        boolean template,
        String provider,
        String providerSecret,
        String domain,
        String ticket,
        Instant ticketAt,
        Optional<CallbackAddress> orders)
        implements Thing {

    @Override
    public String key() {
        return id;
    }

    public Suite ticketed(String ticket, Instant at) {
        return new Suite(id, secret, name, template, provider, providerSecret, domain, ticket, at, orders);
    }

    public Suite at(CallbackAddress orders) {
        return new Suite(
                id, secret, name, template, provider, providerSecret, domain, ticket, ticketAt, Optional.of(orders));
    }

    public Suite on(String domain) {
        return new Suite(id, secret, name, template, provider, providerSecret, domain, ticket, ticketAt, orders);
    }
}
