package io.tilth.wecom.client;

import io.tilth.kernel.PageScripts;
import io.tilth.wecom.WecomSettings;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The JS-SDK, which only WeCom itself may serve. */
@Component
class JsSdkScript implements PageScripts {

    private static final List<URI> PICTURES = Stream.of(
                    "wx.qlogo.cn", "thirdwx.qlogo.cn", "p.qlogo.cn", "wework.qpic.cn")
            .map(host -> URI.create("https://" + host))
            .toList();

    private final WecomSettings settings;

    JsSdkScript(WecomSettings settings) {
        this.settings = settings;
    }

    @Override
    public URI script() {
        return settings.scriptUrl();
    }

    @Override
    public List<URI> pictures() {
        return settings.played() ? List.of(settings.apiUrl()) : PICTURES;
    }
}
