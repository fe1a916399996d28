package se.framsteg.demo;

import java.util.Locale;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Fills the installation when it starts, and tells on the console where it is and who can sign in. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoStart implements ApplicationRunner {
    private static final Locale SWEDISH = Locale.of("sv");

    private final DemoPopulation population;
    private final LargePopulation large;
    private final DemoSettings settings;
    private final DemoLogins logins;
    private final WebServerApplicationContext server;
    private final MessageSource messages;

    DemoStart(
            DemoPopulation population,
            LargePopulation large,
            DemoSettings settings,
            DemoLogins logins,
            WebServerApplicationContext server,
            MessageSource messages) {
        this.population = population;
        this.large = large;
        this.settings = settings;
        this.logins = logins;
        this.server = server;
        this.messages = messages;
    }

    @Override
    @SuppressWarnings("SystemOut")
    public void run(ApplicationArguments arguments) {
        population.fill();
        large.fill(
                settings.persons(),
                made -> System.out.println(
                        messages.getMessage("demo.progress", new Object[] {made, settings.persons()}, SWEDISH)));
        System.out.println(welcome());
    }

    private String welcome() {
        var port = server.getWebServer() == null ? 0 : server.getWebServer().getPort();
        var text = new StringBuilder("\nFramsteg (demo): http://localhost:%d\n".formatted(port));
        for (var account : logins.accounts()) {
            text.append("  %-34s %-30s %s%n"
                    .formatted(
                            messages.getMessage(account.roleKey(), null, SWEDISH),
                            account.email(),
                            account.password()));
        }
        return text.toString();
    }
}
