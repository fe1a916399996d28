package se.framsteg.testing;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;
import se.framsteg.testing.Chromium.Window;

/** The participant’s own phone, which a key to a round of their case has let in. */
public final class OwnPhone {
    private static final Pattern LINK = Pattern.compile("/svara/k/[0-9A-Z]{12}");
    private static final String BIRTH_DATE = CaseExamples.NUMBER.value().substring(0, 8);

    private final int port;
    private final String caseworker;
    private final String path;

    /** @param caseworker the address that whoever gives the key signs in with */
    public OwnPhone(int port, String caseworker, CaseId caseId, RoundId round) {
        this.port = port;
        this.caseworker = caseworker;
        this.path = "/cases/%s/rounds/%s/key".formatted(caseId, round);
    }

    private String link() {
        var page = new Visitor(port).signIn(caseworker).post(path, Map.of());
        return LINK.matcher(page.body()).results().findFirst().orElseThrow().group();
    }

    /** Without a browser. */
    public Visitor visitor() {
        var visitor = new Visitor(port);
        visitor.get(link());
        visitor.post("/svara/identify", Map.of("second", BIRTH_DATE));
        return visitor;
    }

    /** In a browser, which is closed afterwards. */
    public void browse(Window window, Consumer<Page> walk) {
        try (var phone = Chromium.open(port, window)) {
            var page = phone.newPage();
            page.navigate(link());
            page.locator("#second").fill(BIRTH_DATE);
            page.locator("main button[type=submit]").click();
            page.waitForURL("**/svara/start");
            walk.accept(page);
        }
    }
}
