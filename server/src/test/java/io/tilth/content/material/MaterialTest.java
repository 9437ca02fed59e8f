package io.tilth.content.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.content.FileAddress;
import io.tilth.content.Materials.Body;
import io.tilth.content.Materials.State;
import io.tilth.kernel.Probing;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaterialTest extends MaterialKit {

    @Test
    void showsCustomersNothingBeforeItIsPublished() {
        var draft = article("收纳怎么做", "<p>三居室</p>");

        assertThat(draft.get("state").asString()).isEqualTo("DRAFT");
        assertThat(inAcme(() -> materials.body(id(draft)))).isEmpty();
        assertThat(inAcme(() -> materials.find(id(draft))).orElseThrow().state())
                .isEqualTo(State.DRAFT);
    }

    @Test
    void publishesAtOnceWhatWantsNoSecondLook() {
        var published = step(article("收纳怎么做", "<p>三居室</p>"), "submit");

        assertThat(published.get("state").asString()).isEqualTo("PUBLISHED");
        assertThat(inAcme(() -> materials.body(id(published)))).contains(new Body.Article("<p>三居室</p>"));
    }

    @Test
    void letsCustomersReadTheOldVersionWhilePeopleWorkOnTheNext() {
        var published = step(article("价目表", "<p>旧价</p>"), "submit");

        var edited = saved(published, "新价目表", "<p>新价</p>");

        assertThat(edited.get("changed").asBoolean()).isTrue();
        assertThat(inAcme(() -> materials.body(id(edited)))).contains(new Body.Article("<p>旧价</p>"));
        assertThat(inAcme(() -> materials.find(id(edited))).orElseThrow().title())
                .isEqualTo("价目表");

        step(edited, "submit");

        assertThat(inAcme(() -> materials.body(id(edited)))).contains(new Body.Article("<p>新价</p>"));
        var past = ok(acme.get(path(edited) + "/versions"));
        assertThat(past.findValuesAsString("title")).containsExactly("新价目表", "价目表");
        var first = ok(acme.get(path(edited) + "/versions/1"));
        assertThat(first.at("/content/html").asString()).isEqualTo("<p>旧价</p>");
    }

    @Test
    void withdrawsItFromCustomersAtOnce() {
        var picture = picture();
        var html = "<p>图</p><img src=\"%s\">".formatted(picture.get("url").asString());
        var published = step(article("案例", html), "submit");
        assertThat(fetch(picture.get("url").asString()).statusCode()).isEqualTo(200);

        var withdrawn = step(published, "withdraw");

        assertThat(withdrawn.get("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(inAcme(() -> materials.body(id(withdrawn)))).isEmpty();
        assertThat(fetch(picture.get("url").asString()).statusCode()).isEqualTo(404);
        assertThat(step(withdrawn, "submit").get("state").asString()).isEqualTo("PUBLISHED");
        assertThat(fetch(picture.get("url").asString()).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesToPublishNothing() {
        var empty = article("空", "<p> </p>");

        var answer = acme.post(path(empty) + "/submit", "{\"version\": 1}");

        assertThat(problem(answer)).isEqualTo("material-incomplete");
    }

    @Test
    void tellsWhoSavesOverAnothersWork() {
        var material = article("一", "<p>一</p>");
        saved(material, "二", "<p>二</p>");

        var answer = acme.put(path(material), """
                {"title": "三", "content": {"html": "<p>三</p>"}, "version": 1}
                """);

        assertThat(problem(answer)).isEqualTo("stale");
        assertThat(opened(material).get("title").asString()).isEqualTo("二");
    }

    @Test
    void deletesOnlyWhatCustomersNeverRead() {
        var draft = article("草稿", "<p>一</p>");
        var published = step(article("已发", "<p>二</p>"), "submit");

        assertThat(acme.delete(path(draft)).statusCode()).isEqualTo(204);
        assertThat(problem(acme.delete(path(published)))).isEqualTo("material-was-published");
        assertThat(problem(acme.get(path(draft)))).isEqualTo("material-not-found");
    }

    @Test
    void findsMaterialsByWordsKindFolderAndState() {
        var folder = ok(acme.post("/api/v1/material-folders", "{\"name\": \"案例\"}"))
                .get("id")
                .asString();
        created(Map.of("kind", "ARTICLE", "title", "118㎡三居", "folder", folder, "content", Map.of()));
        step(article("五金说明", "<p>铰链</p>"), "submit");
        created(Map.of("kind", "LINK", "title", "公众号", "content", Map.of("target", "https://example.com/a")));

        assertThat(titles("q=三居")).containsExactly("118㎡三居");
        assertThat(titles("kind=LINK")).containsExactly("公众号");
        assertThat(titles("folder=" + folder)).containsExactly("118㎡三居");
        assertThat(titles("state=PUBLISHED")).containsExactly("五金说明");
        assertThat(titles("limit=2")).containsExactly("公众号", "五金说明");
    }

    @Test
    void leadsLinksOnlyToPagesThatABrowserOpens() {
        for (var bad :
                new String[] {"javascript:alert(1)", "//example.com", "https://a@example.com", "ftp://example.com"}) {
            var answer = acme.post(
                    "/api/v1/materials",
                    json.writeValueAsString(Map.of("kind", "LINK", "title", "链接", "content", Map.of("target", bad))));

            assertThat(problem(answer)).as(bad).isEqualTo("material-link-not-valid");
        }
    }

    @Test
    void givesEachPosterAPlaceForTheCodeWithinThePicture() {
        var picture = picture();
        var poster = step(
                created(Map.of(
                        "kind", "POSTER",
                        "title", "海报",
                        "content",
                                Map.of(
                                        "picture", picture.get("id").asString(),
                                        "code", Map.of("left", 990, "top", 20, "width", 200)))),
                "submit");

        var body = (Body.Poster) inAcme(() -> materials.body(id(poster))).orElseThrow();

        assertThat(body.code().left() + body.code().width()).isEqualTo(1000);
        assertThat(body.picture().width()).isEqualTo(640);
        assertThat(inAcme(() -> materials.find(id(poster))).orElseThrow().cover())
                .contains(body.picture().picture());
        assertThat(inAcme(() -> FileAddress.path(body.picture().picture())))
                .isEqualTo(picture.get("url").asString());
    }

    @Test
    void hidesMaterialsFromOtherCompanies() {
        var material = step(article("内部", "<p>一</p>"), "submit");
        var globex = Probing.on(port, "material:read,material:write,material:review");

        assertThat(globex.get(path(material)).statusCode()).isEqualTo(404);
        assertThat(globex.get("/api/v1/materials").body()).doesNotContain("内部");
        assertThat(globex.post(path(material) + "/withdraw", "{\"version\": 2}").statusCode())
                .isEqualTo(404);
    }

    private List<String> titles(String query) {
        return ok(acme.get("/api/v1/materials?" + query)).get("items").findValuesAsString("title");
    }
}
