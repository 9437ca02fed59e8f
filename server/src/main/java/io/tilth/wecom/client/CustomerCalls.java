package io.tilth.wecom.client;

import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomCustomers;
import io.tilth.wecom.WecomRefusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
class CustomerCalls implements WecomCustomers {

    /** WeCom's way to say that there are none. */
    private static final Set<Integer> NONE = Set.of(84061);

    /** Nobody follows them; no such customer. */
    private static final Set<Integer> UNKNOWN = Set.of(84061, 40096, 84084);

    private static final int MOST_AT_ONCE = 100;

    private final Asking asking;

    CustomerCalls(Asking asking) {
        this.asking = asking;
    }

    @Override
    public List<String> of(CompanyId company, String userId) {
        return unless(
                        NONE,
                        () -> Fields.texts(
                                asking.get(company, "externalcontact/list", Map.of("userid", userId)),
                                "external_userid"))
                .orElse(List.of());
    }

    @Override
    public Optional<Profile> find(CompanyId company, String externalUserId) {
        return unless(UNKNOWN, () -> profile(company, externalUserId))
                .filter(profile -> !profile.follows().isEmpty());
    }

    private Profile profile(CompanyId company, String externalUserId) {
        var follows = new ArrayList<Follow>();
        var cursor = Optional.<String>empty();
        JsonNode answer;
        do {
            var parameters = new LinkedHashMap<>(Map.of("external_userid", externalUserId));
            cursor.ifPresent(at -> parameters.put("cursor", at));
            answer = asking.get(company, "externalcontact/get", parameters);
            answer.path("follow_user").valueStream().map(CustomerCalls::follow).forEach(follows::add);
            cursor = Fields.nextCursor(answer);
        } while (cursor.isPresent());
        return new Profile(contact(answer.path("external_contact")), follows);
    }

    @Override
    public Batch ofMembers(CompanyId company, List<String> userIds, Optional<String> cursor) {
        var body = Map.of("userid_list", userIds, "cursor", cursor.orElse(""), "limit", MOST_AT_ONCE);
        return unless(NONE, () -> asking.post(company, "externalcontact/batch/get_by_user", body))
                .map(answer -> new Batch(
                        answer.path("external_contact_list")
                                .valueStream()
                                .map(CustomerCalls::entry)
                                .toList(),
                        Fields.nextCursor(answer)))
                .orElseGet(() -> new Batch(List.of(), Optional.empty()));
    }

    @Override
    public void remark(CompanyId company, String userId, String externalUserId, Remark remark) {
        var body = new HashMap<String, Object>(Map.of("userid", userId, "external_userid", externalUserId));
        remark.remark().ifPresent(text -> body.put("remark", text));
        remark.description().ifPresent(text -> body.put("description", text));
        remark.corpName().ifPresent(text -> body.put("remark_company", text));
        // WeCom takes an empty list for "as it is", and a list with nothing in it for "none".
        remark.mobiles().ifPresent(all -> body.put("remark_mobiles", all.isEmpty() ? List.of("") : all));
        asking.post(company, "externalcontact/remark", body);
    }

    @Override
    public void tag(CompanyId company, String userId, String externalUserId, List<String> add, List<String> remove) {
        var body = new HashMap<String, Object>(Map.of("userid", userId, "external_userid", externalUserId));
        if (!add.isEmpty()) {
            body.put("add_tag", add);
        }
        if (!remove.isEmpty()) {
            body.put("remove_tag", remove);
        }
        asking.post(company, "externalcontact/mark_tag", body);
    }

    private static <T> Optional<T> unless(Set<Integer> codes, Supplier<T> work) {
        try {
            return Optional.of(work.get());
        } catch (WecomRefusal refusal) {
            if (codes.contains(refusal.code())) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private static Entry entry(JsonNode node) {
        return new Entry(contact(node.path("external_contact")), follow(node.path("follow_info")));
    }

    private static Contact contact(JsonNode node) {
        return new Contact(
                Fields.text(node, "external_userid"),
                Fields.text(node, "name"),
                Fields.optional(node, "avatar"),
                (int) Fields.number(node, "type"),
                (int) Fields.number(node, "gender"),
                Fields.optional(node, "unionid"),
                Fields.optional(node, "corp_name"),
                Fields.optional(node, "position"));
    }

    private static Follow follow(JsonNode node) {
        return new Follow(
                Fields.user(node, "userid"),
                Fields.text(node, "remark"),
                Fields.text(node, "description"),
                Fields.moment(node, "createtime"),
                tags(node),
                Fields.texts(node, "remark_mobiles"),
                Fields.optional(node, "remark_corp_name").or(() -> Fields.optional(node, "remark_company")),
                (int) Fields.number(node, "add_way"),
                Fields.optional(node, "state"),
                Fields.optional(node, "oper_userid"));
    }

    /** One customer's follows carry tags as objects, a batch carries ids. */
    private static List<String> tags(JsonNode node) {
        if (node.has("tag_id")) {
            return Fields.texts(node, "tag_id");
        }
        return node.path("tags")
                .valueStream()
                .flatMap(tag -> Fields.optional(tag, "tag_id").stream())
                .toList();
    }
}
