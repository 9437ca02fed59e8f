package io.tilth.content.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReviewTest extends MaterialKit {

    @Test
    void handsWhatWantsASecondLookToAReviewer() {
        var submitted = step(article("全国第一的衣柜", "<p>转发有奖</p>"), "submit");

        assertThat(submitted.get("state").asString()).isEqualTo("IN_REVIEW");
        assertThat(submitted.get("live").asBoolean()).isFalse();
        assertThat(submitted.get("findings").findValuesAsString("place")).containsExactly("title", "text");
        assertThat(submitted.get("findings").findValuesAsString("claim")).containsExactly("ABSOLUTE", "INDUCEMENT");
        assertThat(inAcme(() -> materials.body(id(submitted)))).isEmpty();

        assertThat(step(submitted, "publish").get("state").asString()).isEqualTo("PUBLISHED");
    }

    @Test
    void letsOnlyAReviewerAnswerForIt() {
        var submitted = step(article("顶级工艺", "<p>一</p>"), "submit");
        var writer = new Probing(port, acme.tenant(), acme.account(), "material:read,material:write");

        var answer = writer.post(path(submitted) + "/publish", version(submitted));

        assertThat(problem(answer)).isEqualTo("not-allowed");
    }

    @Test
    void tellsTheAuthorWhatToChange() {
        var published = step(article("衣柜", "<p>一</p>"), "submit");
        var submitted = step(saved(published, "顶级衣柜", "<p>二</p>"), "submit");

        var returned = ok(acme.post(
                path(submitted) + "/return",
                json.writeValueAsString(Map.of(
                        "reason", "请去掉“顶级”", "version", submitted.get("version").asInt()))));

        assertThat(returned.get("reason").asString()).isEqualTo("请去掉“顶级”");
        assertThat(returned.get("live").asBoolean())
                .as("customers go on reading the first version")
                .isTrue();
        assertThat(step(saved(returned, "衣柜", "<p>二</p>"), "submit")
                        .get("reason")
                        .isNull())
                .isTrue();
    }

    @Test
    void takesAChangedMaterialOutOfReview() {
        var submitted = step(article("顶级工艺", "<p>一</p>"), "submit");

        assertThat(saved(submitted, "工艺", "<p>一</p>").get("state").asString()).isEqualTo("DRAFT");
    }

    @Test
    void reviewsEverythingWhereTheCompanyWantsIt() {
        setting(true, "", 0);
        assertThat(step(article("衣柜", "<p>一</p>"), "submit").get("state").asString())
                .isEqualTo("IN_REVIEW");

        setting(false, "\"顶级\"", 1);
        assertThat(step(article("顶级工艺", "<p>一</p>"), "submit").get("state").asString())
                .isEqualTo("PUBLISHED");
        assertThat(problem(acme.put("/api/v1/material-review", body(true, "", 1))))
                .isEqualTo("stale");
    }

    @Test
    void theOperatorTakesASinglePageDownAndGivesItBack() {
        var picture = picture();
        var html = "<img src=\"%s\">".formatted(picture.get("url").asString());
        var bad = step(article("假的", html), "submit");
        var fine = step(article("真的", "<p>一</p>"), "submit");
        var operator = new Probing(port, TenantId.HOUSE, acme.account(), "material:take-down");
        var base = "/api/v1/operator/tenants/" + acme.tenant().value() + "/materials";
        assertThat(operator.get(base).body()).contains("假的", "真的");

        var down = operator.post(base + "/" + bad.get("id").asString() + "/take-down", "{\"reason\": \"冒用商标\"}");

        assertThat(down.statusCode()).as(down.body()).isEqualTo(204);
        assertThat(inAcme(() -> materials.body(id(bad)))).isEmpty();
        assertThat(inAcme(() -> materials.body(id(fine)))).isPresent();
        assertThat(fetch(picture.get("url").asString()).statusCode()).isEqualTo(404);
        var seen = opened(bad);
        assertThat(seen.get("state").asString()).isEqualTo("TAKEN_DOWN");
        assertThat(seen.get("reason").asString()).isEqualTo("冒用商标");
        assertThat(problem(acme.post(path(bad) + "/submit", version(seen)))).isEqualTo("material-taken-down");
        assertThat(problem(acme.put(path(bad), """
                {"title": "一", "content": {}, "version": %s}
                """.formatted(seen.get("version")))))
                .isEqualTo("material-taken-down");

        operator.post(base + "/" + bad.get("id").asString() + "/restore", "");

        assertThat(step(opened(bad), "submit").get("live").asBoolean()).isTrue();
    }

    private void setting(boolean always, String allowed, int version) {
        ok(acme.put("/api/v1/material-review", body(always, allowed, version)));
    }

    private static String body(boolean always, String allowed, int version) {
        return "{\"always\": %s, \"own\": [], \"allowed\": [%s], \"version\": %s}".formatted(always, allowed, version);
    }

    private static String version(JsonNode material) {
        return "{\"version\": %s}".formatted(material.get("version"));
    }
}
