package io.tilth.sandbox.provider;

import io.tilth.sandbox.callback.Event;
import io.tilth.sandbox.contact.Customer;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.world.World;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What a provider sees of a company: other ids, the same for all of its apps, no UnionID, no names of members. Self-built
 * apps see everything as it is.
 */
public final class Disguise {
    public static final Disguise NONE = new Disguise(null, "", new Cipher(""));

    private static final Set<String> IDS = Set.of(
            "userid",
            "user",
            "userids",
            "user_list",
            "userid_list",
            "touser",
            "owner",
            "new_owner",
            "follow_user",
            "follow_userid",
            "oper_userid",
            "handover_userid",
            "takeover_userid",
            "sender",
            "creator",
            "servicer_userid",
            "invaliduser",
            "unlicenseduser",
            "external_userid",
            "external_userid_list",
            "invalid_userid_list",
            "fail_list",
            "dimission_userid");
    private static final Set<String> PRIVATE = Set.of(
            "unionid", "mobile", "email", "biz_mail", "avatar", "thumb_avatar", "telephone", "qr_code", "address");
    private static final Pattern ELEMENTS =
            Pattern.compile("<(UserID|ExternalUserID|NewUserID|Item|Name)><!\\[CDATA\\[(.*?)]]></\\1>");

    private final World world;
    private final String corp;
    private final Cipher cipher;

    private Disguise(World world, String corp, Cipher cipher) {
        this.world = world;
        this.corp = corp;
        this.cipher = cipher;
    }

    /** As the app sees its company. */
    public static Disguise of(World world, App app) {
        return app.suite().isEmpty()
                ? NONE
                : world.find(Suite.class, app.suite())
                        .map(suite -> of(world, app.corp(), suite.provider()))
                        .orElse(NONE);
    }

    /** As the provider sees the company. */
    public static Disguise of(World world, String corp, String provider) {
        return new Disguise(world, corp, new Cipher(provider));
    }

    public String user(String id) {
        return this == NONE ? id : cipher.user(id);
    }

    public String customer(String id) {
        return this == NONE ? id : cipher.customer(id, 1);
    }

    /** The member behind a disguised id. */
    public Optional<Member> memberBehind(String id) {
        return cipher.realUser(id).flatMap(real -> world.find(Member.class, Member.key(corp, real)));
    }

    public Optional<Customer> customerBehind(String id) {
        return world.find(Customer.class, Customer.key(corp, cipher.customer(id, -1)));
    }

    /** Puts disguised ids in place of the real ones, and leaves private things out. */
    public void outward(ObjectNode answer) {
        if (this != NONE) {
            hide(answer);
        }
    }

    /** Puts the real ids in place of disguised ones; a real one given by the app leads nowhere. */
    public void inward(ObjectNode question) {
        if (this != NONE) {
            question.propertyStream().toList().forEach(field -> {
                if (IDS.contains(field.getKey())) {
                    question.set(field.getKey(), mapped(field.getValue(), false));
                } else if (field.getValue() instanceof ObjectNode object) {
                    inward(object);
                } else if (field.getValue() instanceof ArrayNode array) {
                    array.valueStream().filter(ObjectNode.class::isInstance).forEach(item -> inward((ObjectNode) item));
                }
            });
        }
    }

    /** The same for a parameter of the address. */
    public String inward(String name, String value) {
        return this != NONE && IDS.contains(name) ? real(value) : value;
    }

    /** The event as the app hears of it. */
    public Event outward(Event event) {
        if (this == NONE) {
            return event;
        }
        var fields = event.fields().stream().map(this::element).toList();
        return new Event(event.name(), event.member(), event.subject(), fields);
    }

    private String element(String xml) {
        return ELEMENTS.matcher(xml).replaceAll(found -> {
            String value = found.group(1).equals("Name") ? "" : shown(found.group(2));
            return Matcher.quoteReplacement(
                    "<" + found.group(1) + "><![CDATA[" + value + "]]></" + found.group(1) + ">");
        });
    }

    private void hide(ObjectNode object) {
        object.remove(PRIVATE);
        String user = object.path("userid").asString("");
        if (object.has("name") && isMember(user)) {
            object.put("name", cipher.user(user));
        }
        object.propertyStream().toList().forEach(field -> {
            if (IDS.contains(field.getKey())) {
                object.set(field.getKey(), mapped(field.getValue(), true));
            } else if (field.getValue() instanceof ObjectNode inner) {
                hide(inner);
            } else if (field.getValue() instanceof ArrayNode array) {
                hide(array);
            }
        });
    }

    private void hide(ArrayNode array) {
        array.valueStream().filter(ObjectNode.class::isInstance).forEach(item -> hide((ObjectNode) item));
    }

    private JsonNode mapped(JsonNode value, boolean out) {
        if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, mapped(array.get(i), out));
            }
            return array;
        }
        if (value instanceof ObjectNode object) {
            if (out) {
                hide(object);
            } else {
                inward(object);
            }
            return object;
        }
        return value.isString() ? StringNode.valueOf(each(value.asString(), out)) : value;
    }

    /** Several users come in one text. */
    private String each(String text, boolean out) {
        List<String> ids = Arrays.asList(text.split("\\|", -1));
        return ids.stream().map(id -> out ? shown(id) : real(id)).collect(Collectors.joining("|"));
    }

    private String shown(String id) {
        if (isMember(id)) {
            return cipher.user(id);
        }
        return world.table(Customer.class).has(Customer.key(corp, id)) ? cipher.customer(id, 1) : id;
    }

    private String real(String id) {
        return memberBehind(id)
                .map(Member::id)
                .or(() -> customerBehind(id).map(Customer::id))
                .orElseGet(
                        () -> isMember(id) || world.table(Customer.class).has(Customer.key(corp, id)) ? "?" + id : id);
    }

    private boolean isMember(String id) {
        return !id.isEmpty() && world.table(Member.class).has(Member.key(corp, id));
    }
}
