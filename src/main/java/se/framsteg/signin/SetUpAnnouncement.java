package se.framsteg.signin;

import java.io.PrintStream;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Tells whoever starts an empty installation where to set it up. Each start makes a new link, and earlier ones stop
 * working. The demo population sets itself up.
 */
@Component
class SetUpAnnouncement {
    private final SetUp setUp;
    private final Installed installed;
    private final Environment environment;

    SetUpAnnouncement(SetUp setUp, Installed installed, Environment environment) {
        this.setUp = setUp;
        this.installed = installed;
        this.environment = environment;
    }

    /**
     * How this installation is reached.
     *
     * @param baseUrl where people reach it, without a slash at the end; empty: this machine
     */
    @ConfigurationProperties("framsteg")
    record Installed(Optional<String> baseUrl, @DefaultValue Demo demo) {
        record Demo(@DefaultValue("false") boolean enabled) {}
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        tell(System.out);
    }

    void tell(PrintStream out) {
        if (installed.demo().enabled() || !setUp.needed()) {
            return;
        }
        var link = base() + "/set-up/" + setUp.link();
        out.println();
        out.println("Framsteg är tomt. Öppna länken för att komma igång (gäller en gång, i en timme):");
        out.println("Framsteg is empty. Open the link to set it up (valid once, for one hour):");
        out.println();
        out.println("    " + link);
        out.println();
        out.flush();
    }

    private String base() {
        return installed
                .baseUrl()
                .orElseGet(() -> "http://localhost:" + environment.getProperty("local.server.port", "8080"));
    }
}
