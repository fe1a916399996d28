package se.framsteg.assessment.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.framsteg.assessment.InstrumentExamples;
import se.framsteg.assessment.instrument.Dimension;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeRefusedException;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

@FramstegTest
class InstrumentDraftsTest {
    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    InstrumentDrafts drafts;

    @Autowired
    InstrumentLibrary library;

    @Autowired
    InstrumentViews views;

    @Autowired
    InitiativeRegister initiatives;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OwnerSql owner;

    @Autowired
    ListableBeanFactory beans;

    private World.Place place;
    private InstrumentExamples examples;

    @BeforeEach
    void aPlace() {
        place = world.place();
        examples = new InstrumentExamples(beans);
    }

    private InstrumentId draft(String key, int version) {
        return drafts.add(place.officer(), InstrumentExamples.yaml(key, "Provet", version));
    }

    private List<InstrumentId> offered(World.Place where) {
        return library.published(where.association(), "sv").stream()
                .map(one -> one.id())
                .toList();
    }

    @Test
    void aPublishedInstrumentIsOfferedInItsOwnAssociationAlone() {
        var elsewhere = world.place();
        var id = draft("prov", 1);
        assertThat(offered(place)).doesNotContain(id);

        assertThat(drafts.publish(place.officer(), id, 0)).isEqualTo(InstrumentDrafts.Publishing.DONE);

        assertThat(offered(place)).contains(id);
        assertThat(offered(elsewhere)).doesNotContain(id);
        assertThat(library.get(id).dimensions())
                .extracting(Dimension::smallestChange)
                .containsExactly(1.0, 2.0);
    }

    @Test
    void anotherAssociationFindsNoDraftAndNoPublishedInstrumentAnywhere() {
        var strangers = List.of(
                world.place().officer(), world.place().lead(), world.place().caseworker());
        for (var id : List.of(draft("prov", 1), examples.published(place.officer()))) {
            for (var stranger : strangers) {
                var visitor = new Visitor(port).signIn(world.email(stranger));
                assertThat(visitor.get("/instruments").body()).doesNotContain(id.toString());
                for (var path : List.of(
                        "",
                        "/draft",
                        "/text",
                        "/yaml",
                        "/about",
                        "/scale",
                        "/publish",
                        "/discard",
                        "/retire",
                        "/preview/participant",
                        "/preview/caseworker",
                        "/dimensions/vardag",
                        "/questions/sover",
                        "/new/dimensions",
                        "/new/questions")) {
                    assertThat(visitor.get("/instruments/" + id + path).statusCode())
                            .as(path)
                            .isEqualTo(404);
                }
                for (var path : List.of("/copy", "/retire", "/publish", "/discard", "/text", "/about")) {
                    assertThat(visitor.post("/instruments/" + id + path, Map.of("version", "0"))
                                    .statusCode())
                            .as(path)
                            .isEqualTo(404);
                }
            }
        }
    }

    @Test
    void aForgedInstrumentCanNotBeChosenForAnInitiative() {
        var elsewhere = world.place();
        for (var forged : List.of(examples.published(elsewhere.officer()), draft("prov", 1))) {
            assertThatThrownBy(() -> initiatives.add(place.officer(), place.association(), details(forged)))
                    .isInstanceOf(InitiativeRefusedException.class);
            assertThatThrownBy(() -> jdbc.sql("update initiatives set instrument_id = ? where id = ?")
                            .param(forged.value())
                            .param(place.initiative().value())
                            .update())
                    .hasMessageContaining("own association");
        }
    }

    private InitiativeRegister.Details details(InstrumentId instrument) {
        return new InitiativeRegister.Details(
                place.kommun(),
                Optional.empty(),
                "Med eget instrument",
                "",
                LocalDate.of(2026, 1, 1),
                Optional.empty(),
                new Initiative.Plan(instrument, 21, 3, 21),
                Set.of(place.lead().id()));
    }

    @Test
    void aDraftIsForTheOfficeAndTheLeadsAndWhatIsPublishedForAllColleagues() {
        var id = draft("prov", 1);
        assertThat(drafts.open(place.lead(), id).edition()).isZero();
        for (var other : List.of(place.caseworker(), place.administrator())) {
            assertThatThrownBy(() -> views.see(other, id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> drafts.open(other, id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> drafts.add(other, "key: a")).isInstanceOf(NotFoundException.class);
        }
        drafts.publish(place.lead(), id, 0);

        assertThat(views.see(place.caseworker(), id).allowed()).hasSize(1);
        assertThatThrownBy(() -> drafts.retire(place.caseworker(), id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> drafts.change(place.officer(), id, 0, "key: b"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aFaultyDraftIsKeptButNotPublished() {
        var id = drafts.add(place.officer(), "key: [");

        assertThat(drafts.open(place.officer(), id).definition()).isEqualTo("key: [");
        assertThat(drafts.publish(place.officer(), id, 0)).isEqualTo(InstrumentDrafts.Publishing.FAULTY);
        assertThat(offered(place)).doesNotContain(id);
    }

    @Test
    void keysOfFramstegAndVersionsThatAreTakenAreRefused() {
        assertThat(drafts.publish(place.officer(), draft("framsteg-bip", 2), 0))
                .isEqualTo(InstrumentDrafts.Publishing.KEY_RESERVED);
        assertThat(drafts.publish(place.officer(), draft("framsteg-egen", 1), 0))
                .isEqualTo(InstrumentDrafts.Publishing.KEY_RESERVED);
        drafts.publish(place.officer(), draft("prov", 2), 0);
        for (var version : List.of(1, 2)) {
            assertThat(drafts.publish(place.officer(), draft("prov", version), 0))
                    .isEqualTo(InstrumentDrafts.Publishing.VERSION_TAKEN);
        }
        var elsewhere = world.place();
        var same = drafts.add(elsewhere.officer(), InstrumentExamples.yaml("prov", "Samma", 2));
        assertThat(drafts.publish(elsewhere.officer(), same, 0)).isEqualTo(InstrumentDrafts.Publishing.DONE);
    }

    @Test
    void aRetiredInstrumentStaysInUseButCanNotBeChosenAnew() {
        var id = examples.published(place.officer());
        var initiative = initiatives.add(place.officer(), place.association(), details(id));
        assertThat(views.uses(place.caseworker(), id))
                .extracting(Initiative::id)
                .containsExactly(initiative);

        drafts.retire(place.lead(), id);

        assertThat(offered(place)).doesNotContain(id);
        assertThat(library.get(id).items()).hasSize(3);
        initiatives.change(place.officer(), initiative, details(id), 0);
        var page = new Visitor(port).signIn(world.email(place.officer()));
        assertThat(page.get("/initiatives/" + initiative).body()).contains("Provinstrumentet, version 1");
        assertThatThrownBy(() -> jdbc.sql("update instruments set state = 'PUBLISHED' where id = ?")
                        .param(id.value())
                        .update())
                .hasMessageContaining("immutable");
    }

    @Test
    void aNewVersionKeepsTheKeysAndACopyOfFramstegsOwnGetsAKeyOfItsOwn() {
        drafts.publish(place.officer(), draft("prov", 4), 0);
        var source = offered(place).stream()
                .filter(id -> library.get(id).key().equals("prov"))
                .findFirst()
                .orElseThrow();
        var next = drafts.copy(place.officer(), source);
        drafts.publish(place.officer(), next, 0);
        assertThat(library.get(next).version()).isEqualTo(5);
        assertThat(library.get(next).items()).isEqualTo(library.get(source).items());

        var shipped = library.shipped().getFirst();
        var own = drafts.copy(place.officer(), shipped.id());
        assertThat(drafts.publish(place.officer(), own, 0)).isEqualTo(InstrumentDrafts.Publishing.DONE);
        assertThat(library.get(own).key()).isEqualTo(shipped.instrument().key().replace("framsteg-", ""));
        assertThat(library.get(own).version()).isEqualTo(1);
        assertThat(library.get(own).dimensions()).isEqualTo(shipped.instrument().dimensions());
    }

    @Test
    void whatWasChangedMeanwhileIsNeitherPublishedNorOverwrittenNorThrownAway() {
        var id = draft("prov", 1);
        drafts.change(place.lead(), id, 0, InstrumentExamples.yaml("prov", "Ändrat", 1));

        assertThatThrownBy(() -> drafts.publish(place.officer(), id, 0)).isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> drafts.change(place.officer(), id, 0, "x"))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> drafts.discard(place.officer(), id, 0)).isInstanceOf(ChangedMeanwhileException.class);
        assertThat(drafts.open(place.officer(), id).definition()).contains("Ändrat");
    }

    @Test
    void whenOnePublishesWhileAnotherChangesOneOfThemIsToldAndWhatIsPublishedIsWhatWasSeen() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 10; round++) {
                var id = draft("prov-" + round, 1);
                var changed = InstrumentExamples.yaml("prov-" + round, "Ändrat", 1);
                Callable<Boolean> publish =
                        () -> drafts.publish(place.officer(), id, 0) == InstrumentDrafts.Publishing.DONE;
                Callable<Boolean> change = () -> {
                    drafts.change(place.lead(), id, 0, changed);
                    return true;
                };
                var both = threads.invokeAll(List.of(publish, change));
                assertThat(both.stream().filter(InstrumentDraftsTest::succeeded))
                        .as("round %d", round)
                        .hasSize(1);
                if (succeeded(both.getFirst())) {
                    assertThat(library.get(id).name().in("sv")).isEqualTo("Provet");
                }
            }
        }
    }

    private static boolean succeeded(Future<Boolean> one) {
        return one.state() == Future.State.SUCCESS && one.resultNow();
    }

    @Test
    void everyStepIsInTheJournal() {
        var id = draft("prov", 1);
        drafts.open(place.officer(), id);
        var definition = drafts.open(place.officer(), id).definition();
        assertThatThrownBy(() -> drafts.change(place.officer(), id, 7, definition))
                .isInstanceOf(ChangedMeanwhileException.class);
        drafts.change(place.officer(), id, 0, definition);
        drafts.publish(place.officer(), id, 1);
        drafts.retire(place.officer(), id);

        assertThat(owner.sql("select action from journal where subject_id = ? order by id")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "SEE_INSTRUMENT",
                        "SEE_INSTRUMENT",
                        "CHANGE_INSTRUMENT",
                        "PUBLISH_INSTRUMENT",
                        "RETIRE_INSTRUMENT");
    }
}
