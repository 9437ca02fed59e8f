package io.tilth.sandbox.contact;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Profile;
import io.tilth.sandbox.tag.Tag;
import io.tilth.sandbox.tag.TagGroup;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Customers and follows in the platform's words. */
final class ContactJson {
    private final Platform platform;

    ContactJson(Platform platform) {
        this.platform = platform;
    }

    /** The person, with a unionid only if the company bound a developer and the app may know it. */
    ObjectNode contact(Call call, String customer) {
        var person = platform.world()
                .find(Customer.class, call.key(customer))
                .flatMap(known -> platform.world().find(Person.class, known.person()))
                .orElseThrow();
        boolean wecom = person.usesWeCom();
        boolean union = !wecom && call.corp().developerBound() && call.app().kind() != App.Kind.SUITE;
        return Json.object(
                "external_userid", customer,
                "name", person.name(),
                "position", wecom ? person.position() : null,
                "avatar", platform.url() + "/avatar/" + person.id(),
                "corp_name", wecom ? person.company() : null,
                "corp_full_name", wecom ? person.company() : null,
                "type", wecom ? 2 : 1,
                "gender", person.gender(),
                "unionid", union ? person.unionid() : null,
                "external_profile", wecom ? Profile.ofOutsider() : null);
    }

    /** A follow as {@code externalcontact/get} shows it. */
    ObjectNode follower(Follow follow) {
        return follow(follow, "tags", Json.array(tags(follow)));
    }

    /** A follow as {@code batch/get_by_user} shows it. */
    ObjectNode info(Follow follow) {
        return follow(follow, "tag_id", Json.array(follow.tags().stream()));
    }

    private static ObjectNode follow(Follow follow, String tagField, JsonNode tags) {
        return Json.object(
                "userid",
                follow.user(),
                "remark",
                follow.remark(),
                "description",
                follow.description(),
                "createtime",
                follow.at(),
                tagField,
                tags,
                "remark_corp_name",
                Json.orNull(follow.company()),
                "remark_mobiles",
                follow.mobiles(),
                "oper_userid",
                follow.operator(),
                "add_way",
                follow.addWay(),
                "state",
                Json.orNull(follow.state()));
    }

    private Stream<ObjectNode> tags(Follow follow) {
        var corpTags = follow.tags().stream().map(id -> tag(follow.corp(), id)).flatMap(Optional::stream);
        var personal =
                follow.personalTags().stream().map(name -> Json.object("group_name", "", "tag_name", name, "type", 2));
        return Stream.concat(corpTags, personal);
    }

    private Optional<ObjectNode> tag(String corp, String id) {
        var world = platform.world();
        return world.find(Tag.class, Tag.key(corp, id))
                .filter(tag -> !tag.deleted())
                .map(tag -> Json.object(
                        "group_name",
                        world.find(TagGroup.class, TagGroup.key(corp, tag.group()))
                                .map(TagGroup::name)
                                .orElse(""),
                        "tag_name",
                        tag.name(),
                        "tag_id",
                        id,
                        "type",
                        1));
    }
}
