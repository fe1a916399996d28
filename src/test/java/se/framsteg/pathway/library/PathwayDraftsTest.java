package se.framsteg.pathway.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.pathway.PathwayExamples;
import se.framsteg.pathway.method.Pathway;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.PathwayId;
import se.framsteg.shared.definition.Reading;
import se.framsteg.shared.definition.State;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

@FramstegTest
class PathwayDraftsTest {
    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    PathwayDrafts drafts;

    @Autowired
    PathwayViews views;

    @Autowired
    ShippedPathways shipped;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OwnerSql owner;

    @Autowired
    ListableBeanFactory beans;

    private World.Place place;
    private PathwayExamples examples;

    @BeforeEach
    void aPlace() {
        place = world.place();
        examples = new PathwayExamples(beans);
    }

    private PathwayId draft(String key, int version) {
        return drafts.add(place.officer(), PathwayExamples.yaml(key, "Provet", version));
    }

    private List<String> keys(Actor.Staff who, State state) {
        return views.list(who).stream()
                .filter(view -> view.state() == state)
                .map(view -> pathway(view).key())
                .toList();
    }

    private static Pathway pathway(PathwayViews.View view) {
        return switch (view.reading()) {
            case Reading.Whole<Pathway>(var pathway) -> pathway;
            case Reading.Faulty<Pathway>(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    @Test
    void allStaffReadTheEightMethodsThatShipHoweverOftenItStarts() {
        shipped.afterPropertiesSet();
        var everybody = List.of(
                place.caseworker(),
                place.lead(),
                place.officer(),
                place.administrator(),
                world.person(place.kommun(), "Tove Team", Role.TEAM_MEMBER));
        for (var somebody : everybody) {
            assertThat(keys(somebody, State.PUBLISHED))
                    .containsOnlyOnce(
                            "framsteg-asf",
                            "framsteg-boston",
                            "framsteg-case-management",
                            "framsteg-individsamverkansteam",
                            "framsteg-ips",
                            "framsteg-mi",
                            "framsteg-supported-education",
                            "framsteg-supported-employment");
            var visitor = new Visitor(port).signIn(world.email(somebody));
            for (var view : views.list(somebody)) {
                assertThat(visitor.get("/pathways/" + view.id()).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void aPublishedMethodIsReadInItsOwnAssociationAlone() {
        var elsewhere = world.place();
        var id = draft("egen", 1);
        assertThat(drafts.publish(place.officer(), id, 0)).isEqualTo(PathwayDrafts.Publishing.DONE);

        assertThat(keys(place.caseworker(), State.PUBLISHED)).contains("egen");
        assertThat(keys(elsewhere.officer(), State.PUBLISHED)).doesNotContain("egen");
        assertThatThrownBy(() -> views.see(elsewhere.officer(), id)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anotherAssociationFindsNoDraftAndNoPublishedMethodAnywhere() {
        var strangers = List.of(
                world.place().officer(), world.place().lead(), world.place().caseworker());
        for (var id : List.of(draft("prov", 1), examples.published(place.officer()))) {
            for (var stranger : strangers) {
                var visitor = new Visitor(port).signIn(world.email(stranger));
                assertThat(visitor.get("/pathways").body()).doesNotContain(id.toString());
                for (var path : List.of("", "/draft", "/yaml", "/publish", "/discard", "/retire")) {
                    assertThat(visitor.get("/pathways/" + id + path).statusCode())
                            .as(path)
                            .isEqualTo(404);
                }
                for (var path : List.of("/copy", "/retire", "/publish", "/discard", "/draft")) {
                    assertThat(visitor.post("/pathways/" + id + path, Map.of("version", "0", "text", "x"))
                                    .statusCode())
                            .as(path)
                            .isEqualTo(404);
                }
            }
        }
    }

    @Test
    void aDraftIsForTheOfficeAndTheLeadsAndWhatIsPublishedForAllColleagues() {
        var id = draft("prov", 1);
        assertThat(drafts.open(place.lead(), id).edition()).isZero();
        for (var other : List.of(place.caseworker(), place.administrator())) {
            assertThat(drafts.mayAdd(other)).isFalse();
            assertThatThrownBy(() -> views.see(other, id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> drafts.open(other, id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> drafts.add(other, "key: a")).isInstanceOf(NotFoundException.class);
        }
        drafts.publish(place.lead(), id, 0);

        assertThat(views.see(place.caseworker(), id).allowed()).containsExactly(Action.SEE_PATHWAY);
        assertThatThrownBy(() -> drafts.retire(place.caseworker(), id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> drafts.copy(place.caseworker(), id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> drafts.change(place.officer(), id, 0, "key: b"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aFaultyDraftIsKeptAsItIsAndNotPublished() {
        var id = drafts.add(place.officer(), "key: [");

        assertThat(drafts.open(place.officer(), id).definition()).isEqualTo("key: [");
        assertThat(drafts.publish(place.officer(), id, 0)).isEqualTo(PathwayDrafts.Publishing.FAULTY);
        var page = new Visitor(port).signIn(world.email(place.officer()));
        assertThat(page.get("/pathways").body()).contains("Utan namn");
        assertThat(page.get("/pathways/" + id + "/draft").body()).contains("Rad 1");
    }

    @Test
    void keysOfFramstegAndVersionsThatAreTakenAreRefused() {
        for (var key : List.of("framsteg-ips", "framsteg-egen")) {
            assertThat(drafts.publish(place.officer(), draft(key, 2), 0))
                    .isEqualTo(PathwayDrafts.Publishing.KEY_RESERVED);
        }
        drafts.publish(place.officer(), draft("prov", 2), 0);
        for (var version : List.of(1, 2)) {
            assertThat(drafts.publish(place.officer(), draft("prov", version), 0))
                    .isEqualTo(PathwayDrafts.Publishing.VERSION_TAKEN);
        }
        var elsewhere = world.place();
        var same = drafts.add(elsewhere.officer(), PathwayExamples.yaml("prov", "Samma", 2));
        assertThat(drafts.publish(elsewhere.officer(), same, 0)).isEqualTo(PathwayDrafts.Publishing.DONE);
    }

    @Test
    void aCopyOfWhatShipsIsOursUnderAKeyOfItsOwnAndTheNextCopyIsTheNextVersion() {
        var boston = views.list(place.officer()).stream()
                .filter(view -> pathway(view).key().equals("framsteg-boston"))
                .findFirst()
                .orElseThrow();
        var copy = drafts.copy(place.officer(), boston.id());

        assertThat(drafts.publish(place.officer(), copy, 0)).isEqualTo(PathwayDrafts.Publishing.DONE);
        var own = pathway(views.see(place.officer(), copy));
        assertThat(own.key()).isEqualTo("boston");
        assertThat(own.version()).isEqualTo(1);
        assertThat(own.stages()).isEqualTo(pathway(boston).stages());
        assertThat(views.see(place.officer(), copy).definition()).startsWith("# The rehabilitation process");

        var next = drafts.copy(place.lead(), copy);
        assertThat(drafts.publish(place.lead(), next, 0)).isEqualTo(PathwayDrafts.Publishing.DONE);
        assertThat(pathway(views.see(place.lead(), next)).version()).isEqualTo(2);
    }

    @Test
    void whatIsPublishedNeverChangesAndIsNeverTakenAwayWhateverTheProgramDoes() {
        var id = examples.published(place.officer());
        drafts.retire(place.lead(), id);
        assertThat(views.see(place.caseworker(), id).state()).isEqualTo(State.RETIRED);

        for (var change : List.of(
                "update pathways set definition = 'x' where id = ?",
                "update pathways set state = 'PUBLISHED' where id = ?",
                "update pathways set state = 'DRAFT' where id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(change).param(id.value()).update())
                    .as(change)
                    .hasMessageContaining("immutable");
        }
        assertThatThrownBy(() -> jdbc.sql("delete from pathways where id = ?")
                        .param(id.value())
                        .update())
                .hasMessageContaining("kept");
        var before = definition();
        shipped.publish(before.replace("Sex modeller", "Sju modeller"));
        assertThat(definition()).isEqualTo(before);
    }

    private String definition() {
        return jdbc.sql("select definition from pathways where key = 'framsteg-case-management'")
                .query(String.class)
                .single();
    }

    @Test
    void whatWasChangedMeanwhileIsNeitherPublishedNorOverwrittenNorThrownAway() {
        var id = draft("prov", 1);
        drafts.change(place.lead(), id, 0, PathwayExamples.yaml("prov", "Ändrat", 1));

        assertThatThrownBy(() -> drafts.publish(place.officer(), id, 0)).isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> drafts.change(place.officer(), id, 0, "x"))
                .isInstanceOf(ChangedMeanwhileException.class);
        assertThatThrownBy(() -> drafts.discard(place.officer(), id, 0)).isInstanceOf(ChangedMeanwhileException.class);
        var visitor = new Visitor(port).signIn(world.email(place.officer()));
        var answer = visitor.post("/pathways/" + id + "/draft", Map.of("version", "0", "text", "min egen text"));
        assertThat(answer.body()).contains("min egen text", "Ändrat");
        assertThat(drafts.open(place.officer(), id).definition()).contains("Ändrat");
    }

    @Test
    void whenOnePublishesWhileAnotherChangesOneOfThemIsTold() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 10; round++) {
                var id = draft("prov-" + round, 1);
                var changed = PathwayExamples.yaml("prov-" + round, "Ändrat", 1);
                Callable<Boolean> publish =
                        () -> drafts.publish(place.officer(), id, 0) == PathwayDrafts.Publishing.DONE;
                Callable<Boolean> change = () -> {
                    drafts.change(place.lead(), id, 0, changed);
                    return true;
                };
                var both = threads.invokeAll(List.of(publish, change));
                assertThat(both.stream().filter(PathwayDraftsTest::succeeded))
                        .as("round %d", round)
                        .hasSize(1);
            }
        }
    }

    private static boolean succeeded(Future<Boolean> one) {
        return one.state() == Future.State.SUCCESS && one.resultNow();
    }

    @Test
    void everyStepIsInTheJournal() {
        var id = draft("prov", 1);
        var definition = drafts.open(place.officer(), id).definition();
        assertThatThrownBy(() -> drafts.change(place.officer(), id, 7, definition))
                .isInstanceOf(ChangedMeanwhileException.class);
        drafts.change(place.officer(), id, 0, definition);
        drafts.publish(place.officer(), id, 1);
        views.see(place.caseworker(), id);
        drafts.copy(place.officer(), id);
        drafts.retire(place.officer(), id);

        assertThat(owner.sql("select action from journal where subject_id = ? order by id")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "SEE_PATHWAY",
                        "CHANGE_PATHWAY",
                        "PUBLISH_PATHWAY",
                        "SEE_PATHWAY",
                        "COPY_PATHWAY",
                        "RETIRE_PATHWAY");
    }
}
