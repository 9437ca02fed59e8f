package io.tilth.kernel.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.kernel.PageScripts;
import io.tilth.kernel.TilthSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ContentPolicyTest {

    private static final URI PHONES = URI.create("http://127.0.0.1:8081");
    private static final PageScripts SDK = new PageScripts() {
        @Override
        public URI script() {
            return URI.create("https://wwcdn.weixin.qq.com/node/open/js/sdk.js");
        }

        @Override
        public List<URI> pictures() {
            return List.of(URI.create("https://wx.qlogo.cn"));
        }
    };

    @ParameterizedTest
    @ValueSource(strings = {"/w", "/w/alerts/1", "/r/abc", "/c/abc", "/console", "/"})
    void letsNobodyFrameAnythingUnlessTold(String page) {
        var answer = answer(page, null);

        assertThat(answer.getHeader("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/w", "/w/sidebar", "/r/abc", "/c/abc", "/f/abc"})
    void letsTheDemosPhonesFrameWhatOpensOnPhones(String page) {
        var answer = answer(page, PHONES);

        assertThat(answer.getHeader("Content-Security-Policy")).contains("frame-ancestors http://127.0.0.1:8081");
        assertThat(answer.getHeader("X-Frame-Options")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/console", "/operator/tenants", "/sign-in", "/api/v1/session", "/wecom/x", "/rights"})
    void letsNotEvenThemFrameTheConsole(String page) {
        var answer = answer(page, PHONES);

        assertThat(answer.getHeader("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void letsTheScriptOfWecomRunInTheWorkbenchAlone() {
        assertThat(answer("/w/sidebar", null).getHeader("Content-Security-Policy"))
                .containsPattern("script-src 'self' 'nonce-[^']+' https://wwcdn.weixin.qq.com;")
                .contains("connect-src 'self' https://wwcdn.weixin.qq.com;");
        assertThat(answer("/console", null).getHeader("Content-Security-Policy"))
                .doesNotContain("weixin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/w", "/w/customers/1", "/console/customers"})
    void showsPicturesOfPeopleFromWecomsHosts(String page) {
        assertThat(answer(page, null).getHeader("Content-Security-Policy"))
                .contains("img-src 'self' data: blob: https://wx.qlogo.cn;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/r/abc", "/c/abc", "/operator/tenants", "/sign-in"})
    void loadsNoPictureFromElsewhereOnAnyOtherPage(String page) {
        assertThat(answer(page, null).getHeader("Content-Security-Policy")).contains("img-src 'self' data: blob:;");
    }

    private static MockHttpServletResponse answer(String page, URI framedBy) {
        var settings =
                new TilthSettings(URI.create("http://localhost:8080"), "", List.of(), Path.of("."), "", null, framedBy);
        var answer = new MockHttpServletResponse();
        new ContentPolicy(List.of(SDK), settings).writeHeaders(new MockHttpServletRequest("GET", page), answer);
        return answer;
    }
}
