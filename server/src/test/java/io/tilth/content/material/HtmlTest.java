package io.tilth.content.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.content.FileAddress;
import io.tilth.content.FileId;
import io.tilth.content.Files.Stored;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlTest {

    private static final TenantId ACME = new TenantId(7);
    private static final FileId PICTURE = FileId.next();

    @Test
    void keepsWhatTheEditorMakes() {
        var html = "<h2>报价</h2><p data-align=\"center\">一<strong>二</strong><br>三</p><ul><li><p>四</p></li></ul>"
                + "<table><tbody><tr><th colspan=\"2\">五</th></tr></tbody></table>";

        assertThat(clean(html)).isEqualTo(html);
    }

    @Test
    void leavesNothingOfAnOfficeDocumentButItsText() {
        var word = "<html xmlns:o=\"urn:x\"><head><style>p.MsoNormal{margin:0}</style></head><body>"
                + "<p class=MsoNormal style='mso-para-margin:0'><span lang=ZH-CN style='color:red'>柜门<o:p></o:p></span></p>"
                + "<!--[if gte vml 1]><v:shape/><![endif]--></body></html>";

        assertThat(clean(word)).isEqualTo("<p>柜门</p>");
    }

    @Test
    void letsNoScriptThrough() {
        assertThat(clean("<p onclick=\"x()\">a<script>x()</script></p>")).isEqualTo("<p>a</p>");
        assertThat(clean("<a href=\"javascript:x()\">a</a>")).isEqualTo("a");
        assertThat(clean("<a href=\"https://example.com\">a</a>"))
                .isEqualTo("<a href=\"https://example.com\" rel=\"noopener nofollow\">a</a>");
        assertThat(clean("<iframe src=\"//x\"></iframe><svg onload=x()></svg><form><input></form>"))
                .isEmpty();
        assertThat(clean("<p data-align=\"x;position:fixed\">a</p>")).isEqualTo("<p>a</p>");
    }

    @Test
    void showsOnlyPicturesThatLieWithTheCompany() {
        var ours = TenantScope.of(ACME).call(() -> FileAddress.path(PICTURE));
        var others = new FileAddress(new TenantId(8), PICTURE).path();

        assertThat(clean("<img src=\"%s\" onerror=\"x()\">".formatted(ours)))
                .isEqualTo("<img src=\"%s\">".formatted(ours));
        assertThat(clean("<img src=\"%s\">".formatted(others))).isEmpty();
        assertThat(clean("<img src=\"https://example.com/a.png\"><img src=\"data:image/png;base64,AA\">"))
                .isEmpty();
    }

    @Test
    void tellsEachPicturesSizeSoThatNothingMoves() {
        var ours = TenantScope.of(ACME).call(() -> FileAddress.path(PICTURE));
        var stored = new Stored(PICTURE, "image/jpeg", "", 10, 640, 480);

        var shown = TenantScope.of(ACME)
                .call(() -> Html.sized("<p>a</p><img src=\"%s\">".formatted(ours), Map.of(PICTURE, stored)));

        assertThat(shown).contains("width=\"640\"", "height=\"480\"", "loading=\"lazy\"");
        assertThat(TenantScope.of(ACME).call(() -> Html.sized("<img src=\"%s\">".formatted(ours), Map.of())))
                .isEmpty();
    }

    private static String clean(String html) {
        return TenantScope.of(ACME).call(() -> Html.clean(html));
    }
}
