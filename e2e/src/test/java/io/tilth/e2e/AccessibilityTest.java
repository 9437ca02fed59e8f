package io.tilth.e2e;

import com.microsoft.playwright.options.ColorScheme;
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

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyPageIsUsableByEverybody(ColorScheme colours) {
        PAGES.forEach((login, pages) -> {
            var name = "accessibility-" + login + "-" + colours.name().toLowerCase(Locale.ROOT);
            try (var browsing = colours == ColorScheme.DARK ? Browsing.inTheDark(name) : Browsing.phone(name)) {
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
