package fr.jalon.http;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium that remembers what it asked for and what its console said. */
final class Browser implements AutoCloseable {

    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");
    private static final int MOST_TABS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;

    /** Opens the browser; skips the test where there is none, except on CI, where it has to be. */
    Browser(Path profile) {
        assumeTrue(
                (CHROMIUM.exists() && DRIVER.exists()) || System.getenv("CI") != null,
                "Chromium is not installed here: apt-get install chromium chromium-driver");
        // It warns of each browser newer than itself, though nothing here depends on that.
        SELENIUM.setLevel(Level.SEVERE);
        ChromeDriverService service =
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build();
        driver = new ChromeDriver(service, options(profile));
        driver.manage().window().setSize(new Dimension(1600, 1000));
    }

    private static ChromeOptions options(Path profile) {
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=fr",
                "--accept-lang=fr-FR",
                "--user-data-dir=" + profile);
        return options;
    }

    void open(String address) {
        driver.get(address);
    }

    /** What its address line shows. */
    String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    /** The first element that fits, once there is one. */
    WebElement find(String css) {
        return new WebDriverWait(driver, PATIENCE).until(page -> page.findElement(By.cssSelector(css)));
    }

    /** The texts of all elements that fit, once there are any. */
    List<String> texts(String css) {
        find(css);
        return driver.findElements(By.cssSelector(css)).stream()
                .map(WebElement::getText)
                .toList();
    }

    /** Waits until the text that a person sees in an element holds the given words, and returns it. */
    String waitFor(String words, String css) {
        return new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> css + " never showed: " + words)
                .ignoring(StaleElementReferenceException.class)
                .until(page -> {
                    // Editors write every space as one that does not break.
                    String shown =
                            page.findElement(By.cssSelector(css)).getText().replace('\u00a0', ' ');
                    return shown.contains(words) ? shown : null;
                });
    }

    /** Waits until the text that a person sees in an element no longer holds the given words. */
    void waitForNo(String words, String css) {
        new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> css + " still shows: " + words)
                .ignoring(StaleElementReferenceException.class)
                .until(page -> !page.findElement(By.cssSelector(css)).getText().contains(words));
    }

    /** Replaces all the text of an editor. */
    void type(String text, String css) {
        find(css).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        find(css).sendKeys(text);
    }

    /** Replaces all the text of an editor by pasting, so that it completes nothing. */
    void paste(String text, String css) {
        allowClipboard();
        driver.executeAsyncScript("navigator.clipboard.writeText(arguments[0]).then(arguments[1], arguments[1])", text);
        find(css).sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.chord(Keys.CONTROL, "v"));
    }

    /** Presses keys, one after the other or as chords, wherever the focus is. */
    void press(CharSequence... keys) {
        for (CharSequence key : keys) {
            focused().sendKeys(key);
        }
    }

    /** The element that has the focus. */
    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** The text that was copied last. */
    String clipboard() {
        allowClipboard();
        return String.valueOf(driver.executeAsyncScript(
                "navigator.clipboard.readText().then(arguments[0], failure => arguments[0](String(failure)))"));
    }

    private void allowClipboard() {
        Map<String, Object> allowed = Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite"));
        driver.executeCdpCommand("Browser.grantPermissions", allowed);
    }

    /** Waits until the page has stored its state, which it does half a second after the last change. */
    void storedState(String words) {
        new WebDriverWait(driver, PATIENCE)
                .until(page -> String.valueOf(driver.executeScript("return localStorage.getItem('graphiql:tabState')"))
                        .contains(words));
    }

    /** The addresses the browser sent requests to since this was last asked. */
    List<String> requested() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message -> message.replaceAll("(?s).*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
                // The browser's own start page, which it shows before ours.
                .filter(address -> !address.startsWith("chrome:"))
                .toList();
    }

    /** What the console said that is worse than a remark. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Shows pages as a screen of that width does, in light or dark, so many pixels to one of style. */
    void screen(int width, double scale, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", scale, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** What axe finds on the page that is open, without parts that fit; a line for each. */
    List<String> barriers(String... without) {
        AxeBuilder axe = new AxeBuilder();
        axe.exclude(List.of(without));
        return axe.analyze(driver).getViolations().stream()
                .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                .toList();
    }

    /** Whether something of the page lies beside a screen, so that it has to be scrolled sideways. */
    boolean isWiderThanScreen() {
        return Boolean.TRUE.equals(driver.executeScript(
                "return document.documentElement.scrollWidth > document.documentElement.clientWidth"));
    }

    /** Clicks the link with that text. */
    void follow(String words) {
        new WebDriverWait(driver, PATIENCE)
                .until(page -> page.findElement(By.linkText(words)))
                .click();
    }

    /** Clicks the element that fits and has that text. */
    void follow(String words, String css) {
        find(css);
        driver.findElements(By.cssSelector(css)).stream()
                .filter(each -> each.getText().replace('\u00a0', ' ').equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing that fits " + css + " says: " + words))
                .click();
    }

    /** Saves what pages offer as files into a folder. */
    void saveTo(Path folder) {
        driver.executeCdpCommand(
                "Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
    }

    /** The file that was saved whole into a folder, once there is one. */
    Path saved(Path folder) {
        return new WebDriverWait(driver, PATIENCE)
                .withMessage(() -> "nothing was saved in " + folder)
                .until(page -> {
                    File[] files = folder.toFile()
                            .listFiles((in, name) -> !name.endsWith(".crdownload") && !name.startsWith("."));
                    return files == null || files.length == 0 ? null : files[0].toPath();
                });
    }

    /** Presses Tab until what has the focus fits. */
    void tabTo(String css) {
        for (int i = 0; i < MOST_TABS; i++) {
            press(Keys.TAB);
            if (Boolean.TRUE.equals(driver.executeScript("return document.activeElement.matches(arguments[0])", css))) {
                return;
            }
        }
        throw new AssertionError("no key leads to " + css);
    }

    void waitUntil(BooleanSupplier holds) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(page -> holds.getAsBoolean());
    }

    /** The value of an expression in the page. */
    Object value(String script) {
        return driver.executeScript("return " + script);
    }

    void screenshot(String name) throws IOException {
        Path file = Path.of("target", "screenshots", name + ".png");
        Files.createDirectories(file.getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
