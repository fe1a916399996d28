package se.framsteg.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.CaseStep;
import se.framsteg.cases.Cases;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.Time;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** What each role finds on its first page. */
@FramstegTest
class ToDosTest {
    private static final LocalDate TODAY = LocalDate.now(Time.SWEDEN);
    private static final String LATE_ROUND = "En skattning saknar svar";

    @LocalServerPort
    private int port;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private OwnerSql jdbc;

    private World.Place place;

    @BeforeEach
    void aPlace() {
        place = world.place();
    }

    private String firstPage(Actor.Staff staff) {
        return new Visitor(port).signIn(world.email(staff)).get("/").body();
    }

    /** A case that began a month ago and whose baseline nobody has answered. */
    private CaseId late() {
        return new CaseExamples(beans).started(place, TODAY.minusDays(30), Optional.of(CaseExamples.NUMBER));
    }

    @Test
    void aLeadSeesLateRoundsOfTheInitiativeAndEachLookIsJournaled() {
        var caseId = late();
        assertThat(firstPage(place.lead())).contains(LATE_ROUND, "Petra Provdeltagare", "Har passerat sin dag (1)");
        assertThat(listed(place.lead(), caseId)).isEqualTo(1);
        var other = world.person(place.kommun(), "Ola Annan", Role.LEAD);
        assertThat(firstPage(other)).doesNotContain(LATE_ROUND, "Petra").contains("Inget väntar på beslut");
        assertThat(listed(other, caseId)).isZero();
    }

    private int listed(Actor.Staff staff, CaseId caseId) {
        return jdbc.sql("select count(*) from journal where action = 'LIST_CASE' and actor_id = :staff and case_id ="
                        + " :case")
                .param("staff", staff.id().value())
                .param("case", caseId.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void aCaseThatRestsAsksNobodyForAnything() {
        var caseId = late();
        var cases = beans.getBean(Cases.class);
        var version = cases.see(place.caseworker(), caseId).version();
        cases.change(place.caseworker(), caseId, version, CaseStep.pause(TODAY, "Vilar"))
                .orThrow();
        assertThat(firstPage(place.lead())).doesNotContain(LATE_ROUND);
        assertThat(firstPage(place.caseworker())).doesNotContain("Petra");
    }

    @Test
    void casesThatRestDoNotCrowdOutARoundThatIsLate() {
        var examples = new CaseExamples(beans);
        for (var i = 0; i < 20; i++) {
            examples.pause(place, examples.started(place, TODAY.minusDays(31), Optional.empty()));
        }
        late();
        assertThat(firstPage(place.lead())).contains(LATE_ROUND);
    }

    @Test
    void whereThereMayBeMoreThanIsShownThePageSaysSoAndWhere() {
        for (var i = 0; i < 21; i++) {
            world.aCase(place).called("Person Nummer" + i).started();
        }
        assertThat(firstPage(place.caseworker()))
                .contains("(20 eller fler)", "Av varje slag visas högst 20", "Se allt under Deltagare");
        assertThat(firstPage(place.officer())).doesNotContain("eller fler", "Av varje slag");
    }

    @Test
    void anAdministratorSeesColleaguesWhoCannotSignInYet() {
        var staff = beans.getBean(StaffRegister.class);
        var newcomer = new StaffRegister.NewStaff(
                "Nisse Nyanställd", "nisse" + port + place.kommun() + "@prov.example", null, Set.of(Role.CASEWORKER));
        var id = staff.add(new Actor.Installation(), place.kommun(), newcomer);
        assertThat(firstPage(place.administrator())).contains("Nisse Nyanställd", "ge en ny länk");
        givePasswordLink(id);
        assertThat(firstPage(place.administrator())).contains("Har inte valt lösenord än");
        staff.setPasswordHash(id, "{noop}");
        assertThat(firstPage(place.administrator())).doesNotContain("Nisse").contains("Inget väntar på dig");
    }

    private void givePasswordLink(StaffId id) {
        beans.getBean(se.framsteg.organisation.PasswordLinks.class).path(id);
    }

    @Test
    void anOfficerSeesInitiativesThatEndSoonOrThatNobodyLeads() {
        var register = beans.getBean(InitiativeRegister.class);
        var was = register.find(place.initiative()).orElseThrow();
        var details = new InitiativeRegister.Details(
                was.owner(),
                was.team(),
                was.name(),
                was.targetGroup(),
                was.startsOn(),
                Optional.of(TODAY.plusDays(60)),
                was.plan(),
                Set.of());
        register.change(new Actor.Installation(), was.id(), details, was.version());
        assertThat(firstPage(place.officer())).contains("Insatsen har ingen insatsledare", "Insatsen slutar snart");
    }

    @Test
    void whatIsLateStandsFirstAndItFitsOnAPhone() {
        late();
        new CaseExamples(beans).started(place);
        for (var window : List.of(Window.DESK, Window.PHONE, Window.SMALL_PHONE.inTheDark())) {
            try (var browser = Chromium.open(port, window)) {
                var page = Chromium.signIn(browser, world.email(place.caseworker()));
                Chromium.picture(page, "to-dos-" + window.width());
                Chromium.assertAccessible(page, "to-dos at " + window.width());
                assertThat(page.locator("h2").allInnerTexts())
                        .containsExactly("Har passerat sin dag (1)", "Att göra (1)");
            }
        }
    }
}
