package io.tilth.kernel.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often somebody may ask, on each node.
 *
 * @param inside requests that one server works on at the same time; the others wait for a second, and are then put off
 * @param address one address; wide, for many customers share the address of their carrier, and offices share one too
 * @param visitor one reader of what members sent
 * @param account one person who is signed in
 * @param key one API key
 * @param tenant all accounts and keys of a company together
 */
@ConfigurationProperties("tilth.limits")
record LimitSettings(
        @DefaultValue("256") int inside,
        @DefaultValue Wide address,
        @DefaultValue Reader visitor,
        @DefaultValue Person account,
        @DefaultValue Key key,
        @DefaultValue Company tenant) {

    /** So many in a second for ever, and so many at once after a pause. */
    interface Rate {
        int perSecond();

        int burst();
    }

    /**
     * @param perSecond requests that one address may make every second on end
     * @param burst requests that one address may make at once after a pause
     */
    record Wide(
            @DefaultValue("300") int perSecond,
            @DefaultValue("3000") int burst) implements Rate {}

    /**
     * @param perSecond requests that one reader may make every second on end
     * @param burst requests that one reader may make at once after a pause
     */
    record Reader(
            @DefaultValue("10") int perSecond,
            @DefaultValue("100") int burst) implements Rate {}

    /**
     * @param perSecond requests that one account may make every second on end
     * @param burst requests that one account may make at once after a pause
     */
    record Person(
            @DefaultValue("30") int perSecond,
            @DefaultValue("300") int burst) implements Rate {}

    /**
     * @param perSecond requests that one API key may make every second on end
     * @param burst requests that one API key may make at once after a pause
     */
    record Key(
            @DefaultValue("50") int perSecond,
            @DefaultValue("500") int burst) implements Rate {}

    /**
     * @param perSecond requests that one company may make every second on end
     * @param burst requests that one company may make at once after a pause
     */
    record Company(
            @DefaultValue("500") int perSecond,
            @DefaultValue("5000") int burst) implements Rate {}
}
