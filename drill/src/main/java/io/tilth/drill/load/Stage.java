package io.tilth.drill.load;

import io.tilth.drill.site.Site;
import io.tilth.sandbox.contactway.ContactWay;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What has to be there before anything is broken: people at work, a code on the wall, something to read.
 *
 * @param guides by whom WeCom knows
 * @param code what a scan of the code reads
 * @param quote a material with prices, which alerts when it is opened
 */
record Stage(Session marketer, Map<String, Session> guides, String code, String quote, String article) {

    private static final String ARTICLE = "118㎡三居收纳怎么做";
    private static final Map<String, String> LOGINS = Map.of("linxiao", "lin", "chenyan", "chen");
    private static final Duration A_MOMENT = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(6);

    static Stage set(Site site, Patience patience, Ledger ledger) throws InterruptedException {
        int port = site.front().port();
        var marketer = Session.of("shen", port, patience, ledger);
        var guides = new HashMap<String, Session>();
        for (var login : LOGINS.entrySet()) {
            guides.put(login.getKey(), Session.of(login.getValue(), port, patience, ledger));
        }
        for (var guide : guides.values()) {
            neverRests(guide);
        }
        // What a demo fills in by and by is waited for.
        var members = List.of(named(marketer, "林晓"), named(marketer, "陈燕"));
        var article = id(await(() -> first(marketer, "/api/v1/materials?limit=100", "title", ARTICLE), ARTICLE));
        var quote = id(await(
                () -> first(marketer, "/api/v1/materials?limit=100&state=PUBLISHED", "priced", "true"), "a quote"));
        var code = hangUp(site, marketer, members, article);
        return new Stage(marketer, guides, code, quote, article);
    }

    /** Messages reach phones whatever the hour of the drill: quiet hours that end where they begin are none. */
    private static void neverRests(Session guide) throws InterruptedException {
        var own = guide.get("/api/v1/me/notice-settings");
        var form = form("kinds", own.path("kinds"), "version", own.path("version"), "ownHours", true);
        Stream.of("quietFrom", "quietTo").forEach(end -> form.put(end, "03:00"));
        form.put("phoneLeftPasses", true);
        guide.insist("PUT", "/api/v1/me/notice-settings", form);
    }

    private static String hangUp(Site site, Session marketer, List<String> members, String article)
            throws InterruptedException {
        var channel = marketer.insist("POST", "/api/v1/channels", form("name", "演练", "parentId", null, "order", 0));
        var form = form("name", "演练台卡", "channelId", id(channel), "remark", "", "members", members);
        Stream.of("departments", "spares", "tags").forEach(none -> form.put(none, List.of()));
        Stream.of("byRest", "balanced", "exclusive").forEach(off -> form.put(off, false));
        Stream.of("dailyCap", "stageId", "expiresAt").forEach(unset -> form.put(unset, null));
        form.put("skipVerify", true);
        form.put("welcome", welcome(article));
        marketer.insist("POST", "/api/v1/channel-codes", form("companyId", null, "form", form));
        var ways = site.sandbox().world().table(ContactWay.class);
        var way = await(() -> ways.all().filter(Stage::leadsToTheGuides).findFirst(), "the code at WeCom");
        return site.sandbox().platform().qrCodes().content(way.id());
    }

    private static boolean leadsToTheGuides(ContactWay way) {
        var users = way.users().stream().map(user -> user.toLowerCase(Locale.ROOT));
        return users.collect(Collectors.toSet()).equals(LOGINS.keySet());
    }

    private static Map<String, Object> welcome(String article) {
        var words = "您好，我是{门店}的{称呼}，这份《{素材}》先给您参考。";
        return form("on", true, "day", words, "night", words, "pieces", List.of(), "materials", List.of(article));
    }

    private static String named(Session session, String name) throws InterruptedException {
        var path = "/api/v1/members?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return id(await(() -> first(session, path, "name", name), name));
    }

    private static Optional<JsonNode> first(Session session, String path, String field, String value)
            throws InterruptedException {
        return session.get(path)
                .path("items")
                .valueStream()
                .filter(one -> one.path(field).asString("").equals(value))
                .findFirst();
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asString();
    }

    private interface Look<T> {
        Optional<T> now() throws InterruptedException;
    }

    private static <T> T await(Look<T> look, String what) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        for (var found = look.now(); System.nanoTime() < end; found = look.now()) {
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(A_MOMENT);
        }
        throw new IllegalStateException("Never came: " + what);
    }

    static Map<String, Object> form(Object... pairs) {
        var form = new HashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            form.put((String) pairs[i], pairs[i + 1]);
        }
        return form;
    }
}
