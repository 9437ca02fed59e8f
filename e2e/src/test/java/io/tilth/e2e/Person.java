package io.tilth.e2e;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What people do again and again, by what they see: labels and the names of buttons. */
class Person {

    private final Page page;
    private final UnaryOperator<String> address;

    Person(Browsing browsing) {
        this(browsing, Demo::url);
    }

    /** @param address of a path at the server where this person works */
    Person(Browsing browsing, UnaryOperator<String> address) {
        this.page = browsing.page();
        this.address = address;
    }

    Person opens(String path) {
        page.navigate(path.startsWith("http") ? path : address.apply(path));
        return this;
    }

    Person signsInAs(String login) {
        opens("/sign-in");
        fills("登录名", login);
        fills("密码", Demo.PASSWORD);
        presses("登录");
        return this;
    }

    Person fills(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill(text);
        return this;
    }

    Person presses(String button) {
        button(button).click();
        return this;
    }

    Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    Person chooses(String label, String option) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first()
                .click();
        page.locator(".ant-select-item-option", new Page.LocatorOptions().setHasText(option))
                .first()
                .click();
        return this;
    }

    Person sees(String text) {
        page.getByText(text).first().waitFor();
        return this;
    }

    Person seesHeading(String text) {
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text))
                .first()
                .waitFor();
        return this;
    }

    /** Waits until the address is one of those that the pattern names. */
    Person isAt(String address) {
        page.waitForURL(Pattern.compile(".*" + address + ".*"));
        return this;
    }

    Person pressesInDialog(String button) {
        page.getByRole(AriaRole.DIALOG)
                .last()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .last()
                .click();
        return this;
    }

    /** The one-time link that the page shows in the field with the label. */
    String linkFor(String label) {
        return page.getByLabel(label).first().inputValue();
    }
}
