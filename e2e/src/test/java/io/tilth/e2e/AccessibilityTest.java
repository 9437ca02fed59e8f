package io.tilth.e2e;

import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No page hinders people who use a keyboard or a screen reader: on the desk in the dark, on the phone by day. */
class AccessibilityTest {

    private static final Map<String, List<String>> PAGES = Map.of(
            "zhouhang",
                    List.of(
                            "/console",
                            "/console/settings/me",
                            "/console/settings/company",
                            "/console/settings/accounts",
                            "/console/settings/accounts/roles",
                            "/console/settings/api-keys",
                            "/console/settings/audit",
                            "/console/settings/support"),
            "operator",
                    List.of(
                            "/operator/tenants",
                            "/operator/tenants?open=1",
                            "/operator/tenants/new",
                            "/operator/settings/me",
                            "/operator/settings/accounts",
                            "/operator/settings/accounts/roles",
                            "/operator/settings/api-keys",
                            "/operator/settings/audit"));

    private static final List<String> WALK = List.of(
            "/console",
            "/console/customers",
            "/console/customers/stages",
            "/console/customers/scoring",
            "/console/customers/tags",
            "/console/reach/channel-codes",
            "/console/reach/channel-codes/new",
            "/console/reach/code-plans",
            "/console/reach/code-plans/new",
            "/console/reach/channels",
            "/console/reach/welcomes",
            "/console/alerts",
            "/console/alerts/settings",
            "/console/tracking",
            "/console/tracking/visitors",
            "/console/tracking/contacts",
            "/console/materials",
            "/console/materials/review",
            "/console/data",
            "/console/settings/members",
            "/console/settings/shops",
            "/console/settings/reach-pages");

    private static final List<String> WORKBENCH =
            List.of("/w", "/w/customers", "/w/materials", "/w/tasks", "/w/shop", "/w/me", "/w/alerts", "/w/notices");

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void theWalkIsUsableByEverybody(ColorScheme colours) throws Exception {
        var demo = PlayedDemo.shared();
        var marketer = Api.signedIn(demo.server().port(), "shen", Demo.PASSWORD);
        var article = PlayedDemo.first(marketer, "/api/v1/materials?limit=100", "title", "118㎡三居收纳怎么做");
        var customer = PlayedDemo.first(marketer, "/api/v1/customers?q=%E7%8E%8B%E5%85%88%E7%94%9F", "name", "王先生");
        var console = new ArrayList<>(WALK);
        console.add("/console/customers/" + customer.get("id").asString());
        console.add("/console/materials/" + article.get("id").asString());
        var workbench = new ArrayList<>(WORKBENCH);
        var own = Api.signedIn(demo.server().port(), "gumin", Demo.PASSWORD).json("/api/v1/customers?limit=1");
        workbench.add("/w/customers/" + own.at("/items/0/id").asString());
        walk(demo, "shen", colours, console);
        if (colours == ColorScheme.LIGHT) {
            walk(demo, "gumin", colours, workbench);
        }
    }

    /** What customers see, with nothing but a browser. */
    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void whatCustomersReadIsUsableByEverybody(ColorScheme colours) throws Exception {
        var demo = PlayedDemo.shared();
        var guide = Api.signedIn(demo.server().port(), "lin", Demo.PASSWORD);
        var article = PlayedDemo.first(guide, "/api/v1/materials?limit=100", "title", "118㎡三居收纳怎么做");
        var share =
                guide.created("/api/v1/shares", """
                {"materialId": "%s", "customerId": null, "way": "OPEN"}""".formatted(article.get("id").asString()));
        var link = share.get("url").asString();
        try (var browsing = browsing("reader", colours)) {
            var reader = new Person(browsing, demo.server()::url);
            for (var page : List.of("", "/privacy", "/quiet", "/complaint")) {
                reader.opens(link + page);
                browsing.settles();
                browsing.picture("reader" + page.replace('/', '-'));
                browsing.isAccessible();
            }
            browsing.hasNoComplaints();
        }
    }

    private static void walk(PlayedDemo demo, String login, ColorScheme colours, List<String> pages) {
        try (var browsing = browsing(login, colours)) {
            var person = new Person(browsing, demo.server()::url);
            person.signsInAs(login).isAt("/(console|w)");
            for (var page : pages) {
                person.opens(page);
                browsing.settles();
                browsing.picture(page.replaceAll("[^a-z]+", "-").substring(1));
                browsing.isAccessible();
            }
            browsing.hasNoComplaints();
        }
    }

    private static Browsing browsing(String login, ColorScheme colours) {
        var name = "accessibility-" + login + "-" + colours.name().toLowerCase(Locale.ROOT);
        return colours == ColorScheme.DARK ? Browsing.inTheDark(name) : Browsing.phone(name);
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyPageIsUsableByEverybody(ColorScheme colours) {
        PAGES.forEach((login, pages) -> {
            try (var browsing = browsing(login, colours)) {
                var person = new Person(browsing).opens("/sign-in");
                browsing.isAccessible();
                person.opens("/join#spent");
                browsing.settles();
                browsing.isAccessible();
                person.signsInAs(login).isAt("/(console|operator)");
                for (var page : pages) {
                    person.opens(page);
                    browsing.settles();
                    browsing.picture(page.replaceAll("[^a-z]+", "-").substring(1));
                    browsing.isAccessible();
                }
                browsing.hasNoComplaints();
            }
        });
    }
}
