package io.tilth.sandbox.acquisition;

import io.javalin.http.Context;
import io.tilth.sandbox.web.Html;

/** What a browser shows of a link. WeChat opens the member's card instead: a phone of ours is told to. */
public final class LinkPage {
    private static final String TELL = """
            <div class=mark>→</div><h1>正在打开企业微信名片</h1>
            <p class=soft>请在手机微信里打开这条获客链接。</p>
            <script>parent.postMessage({ sandbox: 'scan', text: location.href }, '*')</script>""";

    private final Acquisitions acquisitions;

    public LinkPage(Acquisitions acquisitions) {
        this.acquisitions = acquisitions;
    }

    public void show(Context http) {
        if (acquisitions.at(http.path()).isEmpty()) {
            Html.sorry(http, "链接已失效", "这条获客链接已被删除,或者不存在。");
        } else {
            Html.show(http, "获客链接", TELL);
        }
    }
}
