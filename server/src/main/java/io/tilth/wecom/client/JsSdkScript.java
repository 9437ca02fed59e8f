package io.tilth.wecom.client;

import io.tilth.kernel.PageScripts;
import io.tilth.wecom.WecomSettings;
import java.net.URI;
import org.springframework.stereotype.Component;

/** The JS-SDK, which only WeCom itself may serve. */
@Component
class JsSdkScript implements PageScripts {

    private final WecomSettings settings;

    JsSdkScript(WecomSettings settings) {
        this.settings = settings;
    }

    @Override
    public URI script() {
        return settings.scriptUrl();
    }
}
