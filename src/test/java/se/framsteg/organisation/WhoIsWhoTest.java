package se.framsteg.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.shared.NotFoundException;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.Instruments;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

@FramstegTest
class WhoIsWhoTest {
    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    StaffRegister staff;

    @Autowired
    Teams teams;

    private World.Place place;

    @BeforeEach
    void aPlace() {
        Instruments.ensureOne(jdbc);
        jdbc.sql("delete from attempts").update();
        place = world.place();
    }

    private Visitor signedIn(Actor.Staff person) {
        return new Visitor(port).signIn(world.email(person));
    }

    @Test
    void staffOfAnotherAssociationFindNothingHere() {
        var team = teams.add(place.officer(), place.association(), "Teamet");
        var elsewhere = world.place();
        for (var stranger : List.of(elsewhere.administrator(), elsewhere.officer(), elsewhere.lead())) {
            var visitor = signedIn(stranger);
            for (var path : List.of(
                    "/associations",
                    "/associations/new",
                    "/associations/" + place.association(),
                    "/associations/" + place.association() + "/edit",
                    "/organisations/new?association=" + place.association(),
                    "/organisations/" + place.kommun(),
                    "/organisations/" + place.kommun() + "/edit",
                    "/organisations/" + place.kommun() + "/units/new",
                    "/organisations/" + place.kommun() + "/staff/new",
                    "/staff/" + place.caseworker().id(),
                    "/staff/" + place.caseworker().id() + "/edit",
                    "/teams/new?association=" + place.association(),
                    "/teams/" + team,
                    "/initiatives?association=" + place.association(),
                    "/initiatives/new?association=" + place.association(),
                    "/initiatives/" + place.initiative(),
                    "/initiatives/" + place.initiative() + "/edit")) {
                assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(visitor.post("/staff/" + place.caseworker().id() + "/password-link", Map.of())
                            .statusCode())
                    .isEqualTo(404);
            assertThat(visitor.post("/staff/" + place.caseworker().id() + "/close", Map.of())
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void everybodyInTheAssociationSeesItAndItsInitiatives() {
        for (var person : List.of(place.caseworker(), place.officer(), place.administrator(), place.lead())) {
            var visitor = signedIn(person);
            for (var path : List.of(
                    "/settings",
                    "/account",
                    "/associations/" + place.association(),
                    "/initiatives",
                    "/initiatives/" + place.initiative())) {
                assertThat(visitor.get(path).statusCode())
                        .as("%s %s", person.roles(), path)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aNameThatIsTakenIsToldAtItsField() {
        var visitor = signedIn(place.officer());
        var path = "/organisations/new?association=" + place.association();
        var fields = Map.of("name", "Region Provland", "kind", "REGION");
        assertThat(visitor.post(path, fields).statusCode()).isEqualTo(302);
        var second = visitor.post(path, fields);
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("redan en organisation med det namnet");
    }

    @Test
    void twoWhoSaveAtOnceSeeEachOthersAndLoseNothing() {
        var visitor = signedIn(place.administrator());
        var path = "/organisations/" + place.kommun() + "/edit";
        assertThat(visitor.post(path, Map.of("name", "Min kommun", "kind", "KOMMUN", "version", "0"))
                        .statusCode())
                .isEqualTo(302);
        var second = visitor.post(path, Map.of("name", "Vår kommun", "kind", "KOMMUN", "version", "0"));
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).contains("value=\"Vår kommun\"", "Min kommun", "name=\"version\" value=\"1\"");
    }

    @Test
    void newStaffGetALinkAndAnEmailIsUsedOnce() {
        var visitor = signedIn(place.administrator());
        var path = "/organisations/" + place.kommun() + "/staff/new";
        var fields = Map.of("name", "Nils Ny", "email", place.kommun() + "@ny.example", "roles", "CASEWORKER");
        assertThat(visitor.post(path, fields).body()).contains("http://localhost:" + port + "/password/");
        assertThat(visitor.post(path, fields).body()).contains("används redan av ett annat konto");
    }

    @Test
    void rolesThatDoNotGoTogetherAreRefusedWithTheReason() {
        assertThatThrownBy(() -> change(place.administrator(), place.caseworker(), Role.CASEWORKER, Role.EVALUATOR))
                .isInstanceOfSatisfying(
                        StaffRefusedException.class,
                        e -> assertThat(e.problem()).isEqualTo(StaffProblem.ROLES_APART));
    }

    @Test
    void onlyASystemAdministratorMakesAnother() {
        assertThatThrownBy(() -> change(place.administrator(), place.officer(), Role.SYSTEM_ADMINISTRATOR))
                .isInstanceOf(StaffRefusedException.class);
        var system = world.person(place.kommun(), "Sven System", Role.SYSTEM_ADMINISTRATOR);
        change(system, place.officer(), Role.SYSTEM_ADMINISTRATOR);
        assertThat(staff.actor(place.officer().id()).orElseThrow().roles()).containsOnly(Role.SYSTEM_ADMINISTRATOR);
    }

    @Test
    void aSystemAdministratorsAccountIsBeyondTheOrganisationsAdministrator() {
        var system = world.person(place.kommun(), "Sven System", Role.SYSTEM_ADMINISTRATOR);
        assertThatThrownBy(() -> accounts.passwordLink(place.administrator(), system.id()))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void anOrganisationKeepsAnAdministratorAndNobodyClosesTheOwnAccount() {
        assertThatThrownBy(() -> accounts.close(
                        place.administrator(), place.administrator().id()))
                .isInstanceOf(StaffRefusedException.class);
        assertThatThrownBy(() -> change(place.administrator(), place.administrator(), Role.CASEWORKER))
                .isInstanceOf(StaffRefusedException.class);
        var second = world.person(place.kommun(), "Ada Andra", Role.ORGANISATION_ADMINISTRATOR);
        accounts.close(second, place.administrator().id());
        assertThat(staff.actor(place.administrator().id())).isEmpty();
    }

    @Test
    void aTeamTakesMembersFromSeveralOrganisationsButNotFromElsewhere() {
        var region = world.organisation(place.association(), "Regionen", OrganisationKind.REGION);
        var nurse = world.person(region, "Rut Region", Role.TEAM_MEMBER);
        var team = teams.add(place.officer(), place.association(), "Teamet");
        teams.addMember(place.officer(), team, nurse.id());
        teams.addMember(place.officer(), team, place.caseworker().id());
        teams.addMember(place.officer(), team, world.place().caseworker().id());
        assertThat(teams.team(place.lead(), team).members())
                .extracting(Teams.Member::organisation)
                .containsExactly("Provstads kommun", "Regionen");
    }

    private void change(Actor.Staff by, Actor.Staff whom, Role... roles) {
        accounts.change(
                by, whom.id(), new StaffRegister.NewStaff(whom.name(), world.email(whom), null, Set.of(roles)), 0);
    }
}
