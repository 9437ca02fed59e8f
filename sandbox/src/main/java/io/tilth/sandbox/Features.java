package io.tilth.sandbox;

import io.javalin.config.RoutesConfig;
import io.tilth.sandbox.album.InterceptApi;
import io.tilth.sandbox.album.ProductApi;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.groupwelcome.GroupWelcomeApi;
import io.tilth.sandbox.kf.Kf;
import io.tilth.sandbox.kf.KfAccountApi;
import io.tilth.sandbox.kf.KfMessageApi;
import io.tilth.sandbox.kf.KfStateApi;
import io.tilth.sandbox.media.MediaApi;
import io.tilth.sandbox.message.MessageApi;
import io.tilth.sandbox.message.Messages;
import java.util.List;

/** What the platform offers beyond directory and customers: the parts that people act on, and their paths and pages. */
public final class Features {
    private final Platform platform;
    private final MediaApi media;
    private final Messages messages;
    private final Kf kf;

    Features(Platform platform) {
        this.platform = platform;
        this.media = new MediaApi(platform);
        this.messages = new Messages(platform);
        this.kf = new Kf(platform);
    }

    /** Files that apps have uploaded. */
    public MediaApi media() {
        return media;
    }

    /** What apps send to members. */
    public Messages messages() {
        return messages;
    }

    /** 微信客服. */
    public Kf kf() {
        return kf;
    }

    List<Area> areas() {
        return List.of(
                media,
                new MessageApi(platform, messages, media),
                new GroupWelcomeApi(platform, media),
                new KfAccountApi(platform),
                new KfMessageApi(platform, kf, media),
                new KfStateApi(platform, kf),
                new ProductApi(platform, media),
                new InterceptApi(platform));
    }

    /** What a browser opens. */
    void serve(RoutesConfig http) {
        http.get("/wework_pic/{id}/0", media::show);
    }
}
