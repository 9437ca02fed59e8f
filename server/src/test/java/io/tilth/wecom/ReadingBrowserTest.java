package io.tilth.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;

class ReadingBrowserTest {

    @ParameterizedTest
    @CsvSource({
        "Mozilla/5.0 (iPhone) MicroMessenger/8.0.49 NetType/WIFI, WECHAT",
        "Mozilla/5.0 (Windows NT 10.0) MicroMessenger/7.0.20 WindowsWechat(0x63090a13), WECHAT_PC",
        "Mozilla/5.0 (iPhone) wxwork/4.1.20 MicroMessenger/7.0.1, WECOM",
        "Mozilla/5.0 (Macintosh) Chrome/140, PLAIN"
    })
    void isToldByTheAgent(String agent, ReadingBrowser browser) {
        assertThat(ReadingBrowser.of(request(agent, null), settings("https://qyapi.weixin.qq.com")))
                .isEqualTo(browser);
    }

    @ParameterizedTest
    @CsvSource({"wechat, WECHAT", "wechat-pc, WECHAT_PC", "wecom, WECOM", "plain, PLAIN", "made-up, PLAIN"})
    void isToldByThePhonesOfTheSandbox(String cookie, ReadingBrowser browser) {
        assertThat(ReadingBrowser.of(request("Chrome", cookie), settings("http://localhost:8081")))
                .isEqualTo(browser);
    }

    @Test
    void isNobodysClaimWhereWecomIsReal() {
        assertThat(ReadingBrowser.of(request("Chrome", "wecom"), settings("https://qyapi.weixin.qq.com")))
                .isEqualTo(ReadingBrowser.PLAIN);
    }

    private static MockHttpServletRequest request(String agent, String cookie) {
        var request = new MockHttpServletRequest();
        request.addHeader("User-Agent", agent);
        if (cookie != null) {
            request.setCookies(new Cookie("sandbox_browser", cookie));
        }
        return request;
    }

    private static WecomSettings settings(String apiUrl) {
        var source = new MapConfigurationPropertySource(Map.of("tilth.wecom.api-url", apiUrl));
        return new Binder(source).bindOrCreate("tilth.wecom", WecomSettings.class);
    }
}
