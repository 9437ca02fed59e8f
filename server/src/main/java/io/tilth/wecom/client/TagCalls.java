package io.tilth.wecom.client;

import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomTags;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
class TagCalls implements WecomTags {

    private final Asking asking;

    TagCalls(Asking asking) {
        this.asking = asking;
    }

    @Override
    public List<Group> all(CompanyId company) {
        return asking.post(company, "externalcontact/get_corp_tag_list", Map.of())
                .path("tag_group")
                .valueStream()
                .filter(TagCalls::isThere)
                .map(TagCalls::group)
                .toList();
    }

    private static Group group(JsonNode node) {
        return new Group(
                Fields.text(node, "group_id"),
                Fields.text(node, "group_name"),
                Fields.number(node, "order"),
                node.path("tag")
                        .valueStream()
                        .filter(TagCalls::isThere)
                        .map(TagCalls::tag)
                        .toList());
    }

    private static Tag tag(JsonNode node) {
        return new Tag(Fields.text(node, "id"), Fields.text(node, "name"), Fields.number(node, "order"));
    }

    private static boolean isThere(JsonNode node) {
        return !node.path("deleted").asBoolean(false);
    }
}
