package io.tilth.wecom.client;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import me.chanjar.weixin.common.enums.WxType;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.util.http.HttpClientType;
import me.chanjar.weixin.common.util.http.RequestExecutor;
import me.chanjar.weixin.cp.api.impl.BaseWxCpServiceImpl;
import me.chanjar.weixin.cp.config.WxCpConfigStorage;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.apache.http.HttpHost;
import org.apache.http.impl.client.CloseableHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * One app's line to WeCom: WxJava's service, without its own token cache, retries, pauses and log.
 *
 * <p>Its token is put in by {@link Calls}, which every call goes through, also one by a typed method of WxJava.
 */
class Line extends BaseWxCpServiceImpl<CloseableHttpClient, @Nullable HttpHost> {

    private final Credentials credentials;
    private final CloseableHttpClient http;
    private final Map<Token.Name, Wallet> wallets = new EnumMap<>(Token.Name.class);
    private final ThreadLocal<@Nullable String> token = new ThreadLocal<>();

    Line(Credentials credentials, CloseableHttpClient http, String base) {
        this.credentials = credentials;
        this.http = http;
        var storage = new WxCpDefaultConfigImpl();
        storage.setBaseApiUrl(base);
        storage.setCorpId(credentials.corpId());
        storage.setAgentId(credentials.agentId());
        setWxCpConfigStorage(storage);
        for (var name : Token.Name.values()) {
            wallets.put(name, new Wallet());
        }
    }

    Credentials credentials() {
        return credentials;
    }

    Wallet wallet(Token.Name name) {
        return wallets.getOrDefault(name, new Wallet());
    }

    String url(String path) {
        return configStorage.getApiUrl(path);
    }

    /** Makes one attempt with this token. */
    <T> T with(String accessToken, Attempt<T> attempt) throws WxErrorException, IOException {
        token.set(accessToken);
        try {
            return attempt.on(this);
        } catch (Unreachable unreachable) {
            throw unreachable.reason;
        } finally {
            token.remove();
        }
    }

    @Override
    public <T, E> T execute(RequestExecutor<T, E> executor, String url, E data) throws WxErrorException {
        var mark = url.contains("?") ? "&" : "?";
        try {
            return executor.execute(url + mark + "access_token=" + getAccessToken(false), data, WxType.CP);
        } catch (IOException unreachable) {
            throw new Unreachable(unreachable);
        }
    }

    @Override
    public String getAccessToken(boolean anew) {
        var current = token.get();
        if (current == null) {
            throw new IllegalStateException("A call to WeCom goes through Calls.");
        }
        return current;
    }

    @Override
    public CloseableHttpClient getRequestHttpClient() {
        return http;
    }

    @Override
    public @Nullable HttpHost getRequestHttpProxy() {
        return null;
    }

    @Override
    public HttpClientType getRequestType() {
        return HttpClientType.APACHE_HTTP;
    }

    @Override
    public void initHttp() {
        // The client is there already, and shared.
    }

    @Override
    public WxCpConfigStorage getWxCpConfigStorage() {
        return configStorage;
    }

    /** What is asked of WeCom. */
    interface Attempt<T> {
        T on(Line line) throws WxErrorException;
    }

    /** Carries a failure of the network through methods that know WeCom's errors alone. */
    private static class Unreachable extends RuntimeException {

        final IOException reason;

        Unreachable(IOException reason) {
            super(null, reason, false, false);
            this.reason = reason;
        }
    }
}
