package se.framsteg.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The real browser that pages are tested in, in the build without a window, which is twice as fast. One process for all tests of a
 * thread, whose own it is; each test opens windows of its own.
 */
public final class Chromium {
    private static final Path EXECUTABLE = Path.of("/usr/bin/chromium-headless-shell");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final ThreadLocal<Browser> BROWSER = ThreadLocal.withInitial(Chromium::start);

    /** axe would wait for ever in these. */
    private static final Set<BrowserContext> WITHOUT_SCRIPT =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private Chromium() {}

    private static Browser start() {
        assertThat(EXECUTABLE)
                .as("the browser tests need Debian's chromium-headless-shell: script/test installs it")
                .exists();
        var playwright = Playwright.create();
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(EXECUTABLE)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** How a window looks and behaves. */
    public record Window(int width, int height, boolean script, boolean dark) {
        public static final Window DESK = new Window(1280, 900, true, false);
        public static final Window PHONE = new Window(390, 844, true, false);
        public static final Window SMALL_PHONE = new Window(320, 640, true, false);

        public Window withoutScript() {
            return new Window(width, height, false, dark);
        }

        public Window inTheDark() {
            return new Window(width, height, script, true);
        }
    }

    /** A browser of one person's own, with no cookies yet. Close it after use. */
    public static BrowserContext open(int port, Window window) {
        var context = BROWSER.get()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setViewportSize(window.width(), window.height())
                        .setJavaScriptEnabled(window.script())
                        .setColorScheme(window.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                        .setLocale("sv-SE"));
        context.setDefaultTimeout(15_000);
        if (!window.script()) {
            WITHOUT_SCRIPT.add(context);
        }
        return context;
    }

    /** Signs in as a member of staff. */
    public static Page signIn(BrowserContext context, String email) {
        var page = context.newPage();
        page.navigate("/sign-in");
        page.locator("#email").fill(email);
        page.locator("#password").fill(World.PASSWORD);
        page.locator("main button[type=submit]").click();
        page.waitForURL("**/");
        return page;
    }

    /** A picture of the whole page, to be looked at: {@code target/screenshots/<name>.png}. */
    public static void picture(Page page, String name) {
        try {
            Files.createDirectories(SCREENSHOTS);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** axe finds nothing to remark on, and nothing on the page sticks out sideways. */
    public static void assertAccessible(Page page, String where) {
        requireScript(page);
        // In the page itself: a tab of its own for each look takes longer than the look; there are no foreign frames.
        var findings = new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(findings.stream()
                        .map(finding -> finding.getId() + ": " + finding.getHelp() + " "
                                + finding.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList())
                .as(where)
                .isEmpty();
        assertFits(page, where);
    }

    /** Nothing on the page sticks out sideways. */
    public static void assertFits(Page page, String where) {
        var overflow = (Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        assertThat(overflow.intValue()).as("%s is wider than its window", where).isLessThanOrEqualTo(0);
    }

    private static void requireScript(Page page) {
        assertThat(WITHOUT_SCRIPT)
                .as("windows without script, in which axe can’t look")
                .doesNotContain(page.context());
    }
}
