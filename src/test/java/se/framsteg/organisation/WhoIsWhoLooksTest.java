package se.framsteg.organisation;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.Instruments;
import se.framsteg.testing.World;

@FramstegTest
class WhoIsWhoLooksTest {
    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OrganisationRegister organisations;

    @Autowired
    Teams teams;

    private final Map<String, String> pages = new LinkedHashMap<>();
    private String email = "";

    enum Look {
        DESK(Chromium.Window.DESK),
        SMALL_PHONE(Chromium.Window.SMALL_PHONE),
        PHONE_IN_THE_DARK(Chromium.Window.PHONE.inTheDark());

        final Chromium.Window window;

        Look(Chromium.Window window) {
            this.window = window;
        }
    }

    @BeforeEach
    void aPlaceWithAFewOfEverything() {
        Instruments.ensureOne(jdbc);
        var place = world.place();
        var system = new Actor.Installation();
        var region = world.organisation(place.association(), "Region Provland", OrganisationKind.REGION);
        var nurse = world.person(region, "Rut Region", Role.TEAM_MEMBER);
        organisations.addUnit(system, place.kommun(), "Arbetsmarknadsenheten");
        var team = teams.add(system, place.association(), "Individsamverkansteam norra");
        teams.addMember(system, team, nurse.id());
        teams.addMember(system, team, place.caseworker().id());
        var administrator = world.person(
                place.kommun(), "Sara Systemadministratör", Role.SYSTEM_ADMINISTRATOR, Role.ORGANISATION_ADMINISTRATOR);
        email = world.email(administrator);
        pages.put("settings", "/settings");
        pages.put("account", "/account");
        pages.put("associations", "/associations");
        pages.put("association", "/associations/" + place.association());
        pages.put("association-new", "/associations/new");
        pages.put("organisation", "/organisations/" + place.kommun());
        pages.put("organisation-edit", "/organisations/" + place.kommun() + "/edit");
        pages.put("staff-new", "/organisations/" + place.kommun() + "/staff/new");
        pages.put("staff", "/staff/" + place.caseworker().id());
        pages.put("team", "/teams/" + team);
        pages.put("initiatives", "/initiatives");
        pages.put("initiative", "/initiatives/" + place.initiative());
        pages.put("initiative-edit", "/initiatives/" + place.initiative() + "/edit");
        pages.put("initiative-new", "/initiatives/new?association=" + place.association());
    }

    @ParameterizedTest
    @EnumSource
    void everyPageCanBeUsedByEverybody(Look look) {
        try (var browser = Chromium.open(port, look.window)) {
            var page = Chromium.signIn(browser, email);
            pages.forEach((name, path) -> {
                page.navigate(path);
                look(page, name, look);
            });
            page.navigate(pages.get("staff-new"));
            page.locator("main form button").click();
            look(page, "staff-new-to-mend", look);
        }
    }

    @Test
    void thePagesBeforeSigningInCanBeUsedByEverybody() {
        for (var look : Set.of(Look.DESK, Look.SMALL_PHONE)) {
            try (var browser = Chromium.open(port, look.window)) {
                var page = browser.newPage();
                page.navigate("/sign-in");
                look(page, "sign-in", look);
                page.navigate("/password/nothing");
                look(page, "link-used", look);
            }
        }
    }

    private static void look(Page page, String name, Look look) {
        Chromium.picture(page, "who-" + name + "-" + look);
        Chromium.assertAccessible(page, name + " " + look);
    }
}
