package io.tilth.sandbox.tag;

import static io.tilth.sandbox.kit.Stage.LIN;
import static io.tilth.sandbox.seed.EmptyCompany.CORP;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.kit.Stage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TagApiTest {
    private static final String PATH = "externalcontact/";

    private final Stage stage = new Stage();

    @AfterEach
    void tearDown() {
        stage.close();
    }

    @Test
    void addsToAGroupOfTheSameNameAndMergesDuplicates() {
        var first = add("意向", "高", "高", "低").path("tag_group");
        assertThat(first.path("tag")).hasSize(2);
        var second = add("意向", "高", "中").path("tag_group");
        assertThat(second.path("group_id")).isEqualTo(first.path("group_id"));
        assertThat(second.path("tag")).hasSize(1);
        assertThat(list().get(0).path("tag")).hasSize(3);
    }

    @Test
    void sortsByOrder() {
        var tags = List.of(Json.object("name", "小", "order", 1), Json.object("name", "大", "order", 9));
        stage.post(PATH + "add_corp_tag", "group_name", "尺寸", "tag", tags);
        assertThat(list().get(0).path("tag").get(0).path("name").asString()).isEqualTo("大");
    }

    @Test
    void forgetsAGroupWithItsLastTagButKnowsItWhenAsked() {
        var group = add("意向", "高").path("tag_group");
        String tag = group.path("tag").get(0).path("id").asString();
        assertThat(stage.code(PATH + "edit_corp_tag", "id", tag, "name", "很高")).isZero();
        assertThat(stage.code(PATH + "del_corp_tag", "tag_id", List.of(tag))).isZero();
        assertThat(list()).isEmpty();
        var asked =
                stage.post(PATH + "get_corp_tag_list", "tag_id", List.of(tag)).path("tag_group");
        assertThat(asked.get(0).path("deleted").asBoolean()).isTrue();
        assertThat(asked.get(0).path("tag").get(0).path("name").asString()).isEqualTo("很高");
        assertThat(stage.code(PATH + "edit_corp_tag", "id", tag, "name", "x")).isEqualTo(40068);
    }

    @Test
    void marksAndUnmarks() {
        String customer = stage.friends();
        var tags = add("意向", "高", "低").path("tag_group").path("tag");
        String high = tags.get(0).path("id").asString();
        String low = tags.get(1).path("id").asString();
        Object[] whom = {"userid", LIN, "external_userid", customer};
        assertThat(mark(whom, "add_tag", List.of(high))).isZero();
        assertThat(mark(whom, "add_tag", List.of(low), "remove_tag", List.of(high)))
                .isZero();
        assertThat(stage.get(PATH + "get", "external_userid", customer)
                        .path("follow_user")
                        .get(0)
                        .path("tags"))
                .singleElement()
                .satisfies(tag -> assertThat(tag.path("tag_id").asString()).isEqualTo(low));
        assertThat(mark(whom)).isEqualTo(40063);
        assertThat(mark(whom, "add_tag", List.of("etNothing"))).isEqualTo(40068);
    }

    @Test
    void touchesOnlyWhatTheAppMadeItself() {
        var made = stage.sandbox().actors().admins().openTags(CORP, "后台标签", List.of("一"));
        String tag = list().get(0).path("tag").get(0).path("id").asString();
        assertThat(stage.code(PATH + "edit_corp_tag", "id", made.id(), "name", "x"))
                .isEqualTo(60011);
        assertThat(stage.code(PATH + "edit_corp_tag", "id", tag, "name", "x")).isEqualTo(60011);
        assertThat(stage.code(PATH + "del_corp_tag", "tag_id", List.of(tag))).isEqualTo(60011);
        assertThat(stage.code(PATH + "del_corp_tag", "group_id", List.of(made.id())))
                .isEqualTo(60011);
    }

    @Test
    void keepsTheLimits() {
        assertThat(stage.code(PATH + "add_corp_tag", "group_name", "空")).isEqualTo(40063);
        assertThat(add("一".repeat(31), "x").path("errcode").asInt()).isEqualTo(40058);
        assertThat(add("组", "一".repeat(31)).path("errcode").asInt()).isEqualTo(40058);
        var many = IntStream.range(0, 3_000)
                .mapToObj(nth -> Json.object("name", "t" + nth))
                .toList();
        assertThat(stage.code(PATH + "add_corp_tag", "group_name", "多", "tag", many))
                .isZero();
        assertThat(add("再", "一个").path("errcode").asInt()).isEqualTo(81017);
    }

    private JsonNode add(String group, String... names) {
        var tags =
                List.of(names).stream().map(name -> Json.object("name", name)).toList();
        return stage.post(PATH + "add_corp_tag", "group_name", group, "tag", tags);
    }

    private JsonNode list() {
        return stage.post(PATH + "get_corp_tag_list").path("tag_group");
    }

    private int mark(Object[] whom, Object... fields) {
        var all = new java.util.ArrayList<>(List.of(whom));
        all.addAll(List.of(fields));
        return stage.code(PATH + "mark_tag", all.toArray());
    }
}
