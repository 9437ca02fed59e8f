package io.tilth.sandbox.jssdk;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.world.Change;
import io.tilth.sandbox.world.Thing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** With a ticket a page proves that it may use the script. One for the company, another for each app. */
public final class Tickets {
    static final Duration LIFE = Duration.ofSeconds(7200);

    private final Platform platform;

    public Tickets(Platform platform) {
        this.platform = platform;
    }

    /** The holder's ticket ({@code corp}, or {@code corp/agent}), a new one when it has none that lives. */
    Ticket of(Change change, String holder) {
        return living(holder).orElseGet(() -> {
            String value = "sM4AOVdWfPE4DxkXGEs8V" + platform.ids().letters(64);
            var ticket = new Ticket(holder, value, platform.clock().instant());
            change.put(ticket);
            return ticket;
        });
    }

    /** Whether the page signed with the holder's ticket. */
    public boolean isSigned(String holder, String url, String nonce, String timestamp, String signature) {
        return living(holder)
                .filter(ticket -> sign(ticket.value(), nonce, timestamp, url).equalsIgnoreCase(signature))
                .isPresent();
    }

    /** The signature of the address without its fragment. */
    public static String sign(String ticket, String nonce, String timestamp, String url) {
        String text = "jsapi_ticket=" + ticket + "&noncestr=" + nonce + "&timestamp=" + timestamp + "&url="
                + url.replaceFirst("#.*$", "");
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<Ticket> living(String holder) {
        return platform.world()
                .find(Ticket.class, holder)
                .filter(ticket ->
                        platform.clock().instant().isBefore(ticket.givenAt().plus(LIFE)));
    }

    /** A ticket, and whose it is. */
    record Ticket(String holder, String value, Instant givenAt) implements Thing {

        @Override
        public String key() {
            return holder;
        }

        long secondsLeft(Instant now) {
            return Duration.between(now, givenAt.plus(LIFE)).toSeconds();
        }
    }
}
