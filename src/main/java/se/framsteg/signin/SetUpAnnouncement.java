package se.framsteg.signin;

import java.io.PrintStream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import se.framsteg.ui.Addresses;

/**
 * Tells whoever starts an empty installation where to set it up. Each start makes a new link, and earlier ones stop
 * working. The demo population sets itself up.
 */
@Component
class SetUpAnnouncement {
    private final SetUp setUp;
    private final Demo demo;
    private final Addresses addresses;
    private final Environment environment;

    SetUpAnnouncement(SetUp setUp, Demo demo, Addresses addresses, Environment environment) {
        this.setUp = setUp;
        this.demo = demo;
        this.addresses = addresses;
        this.environment = environment;
    }

    /** Whether the demo population sets the installation up instead. */
    @ConfigurationProperties("framsteg.demo")
    record Demo(@DefaultValue("false") boolean enabled) {}

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        tell(System.out);
    }

    void tell(PrintStream out) {
        if (demo.enabled() || !setUp.needed()) {
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
        return addresses
                .baseUrl()
                .orElseGet(() -> "http://localhost:" + environment.getProperty("local.server.port", "8080"));
    }
}
