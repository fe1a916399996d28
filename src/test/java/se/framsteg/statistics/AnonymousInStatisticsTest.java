package se.framsteg.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.cases.Participants;
import se.framsteg.cases.Person;
import se.framsteg.cases.Protection;
import se.framsteg.shared.CaseId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** Whoever is protected is one among the others in all counts, and in files nobody. */
@FramstegTest
class AnonymousInStatisticsTest {
    @Autowired
    World world;

    @Autowired
    FollowUps followUps;

    @Autowired
    Participants participants;

    @Autowired
    OwnerSql sql;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource(value = Protection.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void noFigureMovesWhenSomebodyBecomesProtectedAndNoFileTellsOfIt(Protection kind) {
        var place = world.place();
        var received = LocalDate.now(clock).minusDays(200);
        var id = world.aCase(place).called("Hemlig Person").receivedOn(received).started();
        for (int i = 0; i < 12; i++) {
            (i % 2 == 0 ? world.aCase(place) : world.aCase(place).ofAMan())
                    .receivedOn(received)
                    .started();
        }
        var before = seen(place.lead(), place);
        var file = file(place);
        protect(place, id, kind);

        assertThat(seen(place.lead(), place)).isEqualTo(before);
        assertThat(before.people().total()).isEqualTo(13);
        assertThat(seen(unnamed(place), place).people()).isEqualTo(before.people());
        assertThat(file(place))
                .isEqualTo(file)
                .doesNotContainIgnoringCase("Provstad", "Hemlig", "skydd", "sekretess", "namngivna");
    }

    private FollowUp seen(Actor.Staff staff, World.Place place) {
        var now = Optional.of(Quarter.of(LocalDate.now(clock)).minus(1).toString());
        return followUps.of(staff, place.initiative(), now, now, "sv");
    }

    private String file(World.Place place) {
        return new Visitor(port)
                .signIn(world.email(place.lead()))
                .get("/initiatives/" + place.initiative() + "/follow-up.csv")
                .body();
    }

    private void protect(World.Place place, CaseId id, Protection kind) {
        var view = participants.see(place.caseworker(), id);
        if (view.person() instanceof Person.Known known) {
            var now = new Person.Known(
                    known.name(),
                    known.identity(),
                    known.sex(),
                    known.municipality(),
                    known.contact(),
                    known.language(),
                    known.interpreter(),
                    kind);
            participants
                    .change(
                            place.caseworker(),
                            id,
                            view.version(),
                            now,
                            Set.of(place.lead().id()),
                            Set.of())
                    .orThrow();
        }
    }

    private Actor.Staff unnamed(World.Place place) {
        var lead = world.person(place.kommun(), "Lars Ledare", Role.LEAD);
        sql.sql("insert into initiative_leads (initiative_id, staff_id) values (?, ?)")
                .param(place.initiative().value())
                .param(lead.id().value())
                .update();
        return lead;
    }
}
