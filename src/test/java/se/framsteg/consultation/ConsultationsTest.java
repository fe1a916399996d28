package se.framsteg.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.consultation.Consultations.Written;
import se.framsteg.demo.TestIdentityNumbers;
import se.framsteg.home.ToDo;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.Identifying;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.TeamId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Sharing;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

@FramstegTest
class ConsultationsTest {
    private static final String QUESTION = "Vem kan stötta den som vill börja studera?";

    @Autowired
    World world;

    @Autowired
    Consultations consultations;

    @Autowired
    ConsultationCounts counts;

    @Autowired
    ConsultationToDos toDos;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OwnerSql sql;

    @Autowired
    ListableBeanFactory beans;

    @LocalServerPort
    int port;

    private World.Place place;
    private TeamId team;
    private Actor.Staff member;
    private Actor.Staff asker;
    private ConsultationId id;

    @BeforeEach
    void aQuestionFromTheRegionToTheTeam() {
        place = world.place();
        team = world.team(place);
        member = place.caseworker();
        var region = world.organisation(place.association(), "Region Fråga", OrganisationKind.REGION);
        asker = world.person(region, "Rut Vård", Role.TEAM_MEMBER);
        id = ConsultationId.create();
        assertThat(consultations.ask(asker, id, team, QUESTION)).isEqualTo(new Written.Done(id));
    }

    private Written answer(Actor.Staff by, String text) {
        return consultations.answer(by, id, UUID.randomUUID(), text);
    }

    @Test
    void theTeamSeesItAndAnswersItAndBothSeeHowItEnds() {
        assertThat(toDos.toDo(member)).extracting(ToDo::textKey).containsExactly("to-do.answer-consultation");
        answer(member, "Börja hos studievägledaren");
        answer(asker, "Tack, vi provar");
        assertThat(toDos.toDo(member)).isEmpty();
        assertThat(toDos.toDo(asker)).extracting(ToDo::textKey).containsExactly("to-do.read-consultation");
        consultations.close(asker, id, Outcome.ADVICE);
        var seen = consultations.see(member, id);
        assertThat(seen.answers())
                .extracting(Consultation.Answer::text)
                .containsExactly("Börja hos studievägledaren", "Tack, vi provar");
        assertThat(seen.askedBy().organisation()).isEqualTo("Region Fråga");
        assertThat(seen.closed().orElseThrow().outcome()).isEqualTo(Outcome.ADVICE);
        assertThat(seen.takesPart()).isFalse();
        assertThat(toDos.toDo(asker)).isEmpty();
    }

    @Test
    void whatIsClosedStaysAsItIs() {
        consultations.close(member, id, Outcome.OTHER_WAY);
        assertThat(answer(member, "En sak till")).isEqualTo(new Written.Closed());
        assertThat(consultations.close(asker, id, Outcome.ADVICE)).isEqualTo(new Written.Closed());
        assertThatThrownBy(() -> sql.sql("update consultations set outcome = 'ADVICE' where id = ?")
                        .param(id.value())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void nobodyElseKnowsOfIt() {
        var strangers = List.of(
                place.otherCaseworker(),
                place.lead(),
                place.officer(),
                place.administrator(),
                world.place().lead());
        for (var other : strangers) {
            assertThatThrownBy(() -> consultations.see(other, id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> answer(other, "Hej")).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> consultations.close(other, id, Outcome.ADVICE))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> consultations.ask(other, id, team, "En annan fråga"))
                    .isInstanceOf(NotFoundException.class);
            assertThat(rows(other)).isZero();
        }
        assertThat(consultations.overview(place.lead()).ours()).isEmpty();
        assertThat(rows(member)).isEqualTo(1);
        assertThat(rows(asker)).isEqualTo(1);
    }

    /** What the database shows this asker of the question. */
    private int rows(Actor.Staff staff) {
        return transaction.execute(_ -> {
            asking.by(staff);
            return jdbc.sql("select count(*) from consultations where id = ?")
                    .param(id.value())
                    .query(Integer.class)
                    .single();
        });
    }

    @Test
    void withoutAnAskerTheDatabaseShowsNothing() {
        assertThat(jdbc.sql("select count(*) from consultations")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from consultation_answers")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from consultation_counts")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void anotherAssociationsTeamCantBeAsked() {
        var elsewhere = world.team(world.place());
        assertThatThrownBy(() -> consultations.ask(asker, ConsultationId.create(), elsewhere, QUESTION))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> consultations.ask(place.officer(), ConsultationId.create(), team, QUESTION))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aQuestionOrAnswerThatPointsSomebodyOutIsNotSaved() {
        var number = TestIdentityNumbers.published().women().getFirst().display();
        assertThat(consultations.ask(asker, ConsultationId.create(), team, "Det gäller " + number))
                .isInstanceOf(Written.Refused.class);
        assertThat(answer(member, "Ring 070-174 06 05")).isInstanceOf(Written.Refused.class);
        assertThat(consultations.see(member, id).answers()).isEmpty();
        assertThat(consultations.overview(asker).mine()).hasSize(1);
    }

    @Test
    void theNameOfAParticipantWhomTheWriterSeesIsRefusedAndOthersTellNothing() {
        var caseId = new CaseExamples(beans).started(place);
        sql.sql("update participants set name = ? where id = (select participant_id from cases where id = ?)")
                .param("Petra Maria Provdeltagare")
                .param(caseId.value())
                .update();
        for (var text : List.of(
                "Det gäller petra provdeltagare, som vill studera",
                "Maria Provdeltagares bostad",
                "Provdeltagare, Petra")) {
            assertThat(consultations.ask(member, ConsultationId.create(), team, text))
                    .as(text)
                    .isEqualTo(new Written.Refused(Set.of(Identifying.NAME)));
        }
        assertThat(answer(member, "Är det Petra Provdeltagare?")).isInstanceOf(Written.Refused.class);
        assertThat(consultations.ask(member, ConsultationId.create(), team, "Petra vill studera"))
                .as("a given name alone")
                .isInstanceOf(Written.Done.class);
        assertThat(consultations.ask(asker, ConsultationId.create(), team, "Om Petra Provdeltagare"))
                .as("whoever does not see the person is not told that there is one")
                .isInstanceOf(Written.Done.class);
        new Sharing(sql).name(caseId, asker);
        new Sharing(sql).yes(caseId, asker.organisation(), "IDENTITY");
        assertThat(consultations.ask(asker, ConsultationId.create(), team, "Om Petra Provdeltagare"))
                .isInstanceOf(Written.Refused.class);
    }

    private List<String> words() {
        return sql.sql("""
            select question from consultations where id = :id and question is not null
            union all select text from consultation_answers where consultation_id = :id and text is not null\
            """)
                .param("id", id.value())
                .query((row, i) -> row.getString(1))
                .list();
    }

    @Test
    void whatSaysTooMuchIsErasedByWhoeverAskedAndStillCounted() {
        answer(member, "Börja där");
        assertThat(consultations.see(member, id).mayErase()).isFalse();
        for (var other : List.of(member, place.lead(), place.officer())) {
            assertThatThrownBy(() -> consultations.erase(other, id)).isInstanceOf(NotFoundException.class);
        }
        assertThat(words()).hasSize(2);
        consultations.erase(asker, id);
        consultations.erase(asker, id);
        assertThat(words()).isEmpty();
        var seen = consultations.see(member, id);
        assertThat(seen.erased().orElseThrow().by().name()).isEqualTo("Rut Vård");
        assertThat(seen.takesPart()).isFalse();
        assertThat(answer(member, "En sak till")).isEqualTo(new Written.Closed());
        assertThat(toDos.toDo(member)).isEmpty();
        assertThat(toDos.toDo(asker)).isEmpty();
        assertThat(counts.see(place.officer()).rows()).singleElement().satisfies(row -> {
            assertThat(row.asked()).isEqualTo(1);
            assertThat(row.open()).isZero();
        });
        assertThat(sql.sql("select count(*) from journal where action = 'ERASE_CONSULTATION' and subject_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        var page = new Visitor(port).signIn(world.email(asker)).get("/consultations/" + id);
        assertThat(page.body()).contains("Texten är borttagen av Rut Vård").doesNotContain("Börja där", QUESTION);
    }

    @Test
    void aLeadInTheTeamErasesAlsoWhatIsClosedAndTheDatabaseLetsNobodyElse() {
        sql.sql("insert into team_members (association_id, team_id, staff_id) values (?, ?, ?)")
                .param(place.association().value())
                .param(team.value())
                .param(place.lead().id().value())
                .update();
        consultations.close(member, id, Outcome.ADVICE);
        assertThat(erasedBy(member)).isFalse();
        assertThat(erasedBy(place.officer())).isFalse();
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    asking.by(asker);
                    jdbc.sql("update consultations set question = null where id = ?")
                            .param(id.value())
                            .update();
                }))
                .as("there is no way but this one")
                .isInstanceOf(DataAccessException.class);
        assertThat(words()).hasSize(1);
        var visitor = new Visitor(port).signIn(world.email(place.lead()));
        assertThat(visitor.get("/consultations/" + id).body()).contains("Ta bort texten för gott");
        visitor.post("/consultations/" + id + "/erase", Map.of());
        assertThat(words()).isEmpty();
        assertThat(consultations.see(member, id).closed()).isPresent();
    }

    private boolean erasedBy(Actor.Staff staff) {
        return transaction.execute(_ -> {
            asking.by(staff);
            return jdbc.sql("select erase_consultation(?)")
                    .param(id.value())
                    .query(Boolean.class)
                    .single();
        });
    }

    @Test
    void thePageSaysWhyAndKeepsWhatWasTyped() {
        var number = TestIdentityNumbers.published().women().getFirst().display();
        var page = new Visitor(port)
                .signIn(world.email(asker))
                .post(
                        "/consultations/new",
                        Map.of(
                                "id",
                                UUID.randomUUID().toString(),
                                "team",
                                team.toString(),
                                "question",
                                "Om " + number));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("ett personnummer eller samordningsnummer", "Om " + number);
    }

    @Test
    void badFormsComeBackWithAllThatIsWrong() {
        var visitor = new Visitor(port).signIn(world.email(asker));
        var empty = visitor.post(
                "/consultations/new", Map.of("id", UUID.randomUUID().toString()));
        assertThat(empty.body()).contains("Välj vilket team du frågar.", "Skriv vad du vill ha råd om.");
        assertThat(visitor.post("/consultations/new", Map.of("id", "inget-id")).statusCode())
                .isEqualTo(404);
        assertThat(visitor.post(
                                "/consultations/new",
                                Map.of(
                                        "id",
                                        UUID.randomUUID().toString(),
                                        "team",
                                        UUID.randomUUID().toString(),
                                        "question",
                                        QUESTION))
                        .statusCode())
                .isEqualTo(404);
        assertThat(visitor.post("/consultations/" + id + "/close", Map.of("outcome", "HOPPSAN"))
                        .body())
                .contains("Välj vad frågan ledde till.");
        assertThat(visitor.post("/consultations/" + id + "/answers", Map.of("answer", "x".repeat(4001)))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void theSameFormTwiceAsksAndAnswersOnce() {
        consultations.ask(asker, id, team, QUESTION);
        var answer = UUID.randomUUID();
        consultations.answer(member, id, answer, "Börja där");
        consultations.answer(member, id, answer, "Börja där");
        assertThat(consultations.see(member, id).answers()).hasSize(1);
        assertThat(consultations.overview(asker).mine()).hasSize(1);
    }

    @Test
    void theOfficeCountsAndSeesNoQuestion() {
        consultations.close(member, id, Outcome.REFERRAL);
        consultations.ask(asker, ConsultationId.create(), team, "En fråga till");
        var counted = counts.see(place.officer());
        assertThat(counted.quarterly()).isTrue();
        assertThat(counted.rows()).singleElement().satisfies(row -> {
            assertThat(row.asked()).isEqualTo(2);
            assertThat(row.open()).isEqualTo(1);
            assertThat(row.referred()).as("a referral is about a person").isZero();
        });
        assertThat(counts.see(member).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.referred()).isEqualTo(1));
        assertThat(counts.see(asker).rows()).isEmpty();
        assertThat(counts.see(world.place().officer()).rows()).isEmpty();
        assertThatThrownBy(() -> counts.see(place.administrator())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> consultations.overview(place.officer())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void eachStepIsJournaledAndNamesNoPerson() {
        consultations.see(member, id);
        answer(member, "Börja där");
        assertThat(sql.sql("select action from journal where subject_kind = 'consultation' and subject_id = ?"
                                + " and participant_id is null and case_id is null")
                        .param(id.value())
                        .query(String.class)
                        .list())
                .contains("SEE_CONSULTATION", "ANSWER_CONSULTATION");
    }
}
