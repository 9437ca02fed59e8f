package io.tilth.wecom;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where WeCom is, and how this installation stands to it.
 *
 * @param apiUrl where WeCom's server interface answers
 * @param authorizeUrl where members sign in inside WeCom
 * @param scanUrl where members scan a code to sign in
 * @param installUrl where a company installs the provider's app
 * @param scriptUrl where pages load the JS-SDK from, {@code @wecom/jssdk}
 * @param where OWN_SERVER when a company runs Tilth for itself, with apps of its own; HOSTED when a provider runs it for
 *     many, with an app developed for them
 * @param addresses the addresses from which this installation calls out; companies enter them as trusted
 * @param suite the provider's app; only where hosted
 * @param calls how WeCom is called
 */
@ConfigurationProperties("tilth.wecom")
public record WecomSettings(
        @DefaultValue("https://qyapi.weixin.qq.com") URI apiUrl,
        @DefaultValue("https://open.weixin.qq.com") URI authorizeUrl,
        @DefaultValue("https://login.work.weixin.qq.com") URI scanUrl,
        @DefaultValue("https://open.work.weixin.qq.com") URI installUrl,

        @DefaultValue("https://wwcdn.weixin.qq.com/node/open/js/wecom-jssdk-2.3.4.js")
        URI scriptUrl,

        @DefaultValue("OWN_SERVER") Where where,
        @DefaultValue List<String> addresses,
        @DefaultValue Suite suite,
        @DefaultValue Calls calls) {

    /** Whether the sandbox on this machine stands in for WeCom. */
    public boolean played() {
        return List.of("localhost", "127.0.0.1").contains(apiUrl.getHost());
    }

    public boolean hosted() {
        return where == Where.HOSTED;
    }

    /** Decides which kind of app can work. */
    public enum Where {
        OWN_SERVER,
        HOSTED
    }

    /**
     * The provider's app, 代开发应用模板.
     *
     * @param id of the template, such as {@code dk…}
     * @param secret of the template
     * @param token with which WeCom signs what it tells the provider
     * @param aesKey with which WeCom encrypts it, 43 characters
     * @param providerCorpId the provider's own corp id; licences are read with it
     * @param providerSecret the provider's own secret
     */
    public record Suite(
            @DefaultValue("") String id,
            @DefaultValue("") String secret,
            @DefaultValue("") String token,
            @DefaultValue("") String aesKey,
            @DefaultValue("") String providerCorpId,
            @DefaultValue("") String providerSecret) {

        @Override
        public String toString() {
            return "Suite " + id; // and nothing that opens anything
        }
    }

    /**
     * How WeCom is called.
     *
     * @param atOnce calls of one tenant at the same time, on each node
     * @param perMinute calls of one company and interface in a minute; WeCom allows 10,000
     * @param perHour calls of one company and interface in an hour; WeCom allows 150,000
     * @param pause how long WeCom blocks whoever passed a limit
     * @param patience how long background work waits for a limit to pass before it is put off
     */
    public record Calls(
            @DefaultValue("8") int atOnce,
            @DefaultValue("10000") int perMinute,
            @DefaultValue("150000") int perHour,
            @DefaultValue("60s") Duration pause,
            @DefaultValue("2m") Duration patience) {}
}
