package io.tilth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** One person at a browser. Keeps a picture of each step and everything the page complained of. */
class Browsing implements AutoCloseable {

    /** Without these Chromium looks for its maker's hosts at every start. */
    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-quic",
            "--disable-gpu");

    private final Playwright playwright = Playwright.create();
    private final Browser browser;
    private final BrowserContext context;
    private final Page page;
    private final Path pictures;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private int step;

    private Browsing(String journey, int width, int height, String language, ColorScheme colours) {
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(QUIET));
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale(language)
                .setColorScheme(colours)
                .setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(20_000);
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                complaints.add(message.text() + " at " + message.location());
            }
        });
        pictures = Path.of("target", "screenshots", journey);
    }

    static Browsing desk(String journey) {
        return new Browsing(journey, 1440, 900, "zh-CN", ColorScheme.LIGHT);
    }

    static Browsing phone(String journey) {
        return new Browsing(journey, 390, 844, "zh-CN", ColorScheme.LIGHT);
    }

    static Browsing inTheDark(String journey) {
        return new Browsing(journey, 1440, 900, "zh-CN", ColorScheme.DARK);
    }

    /** The page has shown what it had to load; a live stream never ends, so waiting for a silent network would not. */
    void settles() {
        page.locator("h1").first().waitFor();
        page.waitForFunction("() => !document.querySelector('[aria-busy=true], .skeleton, .adm-skeleton')");
    }

    Page page() {
        return page;
    }

    /** Keeps a picture of what the person sees now. */
    void picture(String what) {
        settles();
        pictureAsItIs(what);
    }

    /** The same of a page that has no heading to wait for. */
    void pictureAsItIs(String what) {
        try {
            Files.createDirectories(pictures);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(pictures.resolve("%02d-%s.png".formatted(++step, what)))
                .setTimeout(60_000));
    }

    /** No serious hindrance for people who use a keyboard or a screen reader. */
    void isAccessible() {
        var grave = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(found -> Stream.of("serious", "critical").anyMatch(found.getImpact()::equals))
                        .map(found -> found.getId() + ": " + found.getHelp() + " "
                                + found.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .limit(3)
                                        .toList())
                        .toList();
        assertThat(grave).as("accessibility of %s", page.url()).isEmpty();
    }

    /** The page ran without an error of its own, and nothing broke the content policy. */
    void hasNoComplaints() {
        assertThat(complaints).isEmpty();
    }

    @Override
    public void close() {
        pictureAsItIs("at-the-end"); // of a journey that broke off, the most telling one
        playwright.close();
    }

    private static Path chromium() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is missing; ./tilth test installs it."));
    }
}
