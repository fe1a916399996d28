package se.framsteg.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.Result;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.group.Answer.Question;
import se.framsteg.group.Answer.Scale;
import se.framsteg.group.EvaluationStore.Given;
import se.framsteg.group.Evaluations.Steps;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnPhone;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

/** What those who took part thought of a group: nobody can tell who thought what. */
@FramstegTest
class EvaluationsTest {
    private static final String PAGE = "/svara/min-sida/grupper";

    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Evaluations evaluations;

    @Autowired
    OwnGroups own;

    @Autowired
    Restrictions restrictions;

    @Autowired
    OwnerSql owner;

    @Autowired
    JdbcClient application;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private CaseExamples cases;
    private GroupExamples examples;
    private GroupId group;

    @BeforeEach
    void aGroupThatHasHadItsLastSession() {
        place = world.place();
        cases = new CaseExamples(beans);
        examples = new GroupExamples(beans);
        group = examples.group(place, Optional.empty(), place.otherCaseworker());
        examples.weekly(place, group, today.minusWeeks(7), 8);
    }

    private Actor.Respondent enrolled() {
        var id = cases.started(place);
        examples.enrol(place.caseworker(), id, group);
        return phone(id);
    }

    private Actor.Respondent phone(CaseId id) {
        return new Actor.Respondent(cases.baseline(place, id), false);
    }

    private static Answer answer(Scale useful, String best) {
        return new Answer(Optional.of(useful), Optional.empty(), Optional.of(Scale.VERY), best, "");
    }

    @Test
    void ofFewerThanFiveNothingIsEverShownAndOfFiveWhenItIsClosed() {
        for (int i = 1; i <= 5; i++) {
            own.answer(enrolled(), group, answer(Scale.VERY, "Fikat " + i)).orThrow();
            assertThat(seen().count()).isEqualTo(i);
            assertThat(seen().shown()).isFalse();
        }
        evaluations.close(place.otherCaseworker(), group).orThrow();
        var useful = seen().tallies().getFirst();
        assertThat(useful.question()).isEqualTo(Question.USEFUL);
        assertThat(useful.steps()).contains(new Steps(Scale.VERY, Scale.VERY, 5), new Steps(Scale.NOT, Scale.NOT, 0));
        assertThat(seen().words().getFirst().texts()).hasSize(5);
        // Nobody wanted to say whether they felt safe.
        assertThat(seen().tallies().get(1).steps()).isEmpty();
        assertThat(own.answer(enrolled(), group, answer(Scale.VERY, ""))).isInstanceOf(Result.Stale.class);
        assertThat(evaluations.close(place.otherCaseworker(), group)).isInstanceOf(Result.Stale.class);
    }

    @Test
    void aLeaderWhoPadsWithPaperAnswersUnmasksNobody() {
        var phone = enrolled();
        for (int i = 0; i < 4; i++) {
            enrolled();
            evaluations
                    .enter(place.otherCaseworker(), group, AnswerId.create(), answer(Scale.VERY, "Inget"))
                    .orThrow();
        }
        own.answer(phone, group, answer(Scale.NOT, "Mitt eget")).orThrow();
        evaluations.close(place.otherCaseworker(), group).orThrow();
        assertThat(seen().count()).isEqualTo(5);
        assertThat(seen().shown()).isFalse();
        assertThat(bare(place.otherCaseworker())).isZero();
    }

    @Test
    void oneToFourMakeTheTallyCoarserOnPaperAndElseAndFewWritersAreNotRead() {
        var even = Stream.of(Scale.values())
                .flatMap(step -> Collections.nCopies(3, given(step, "", false)).stream())
                .toList();
        assertThat(Evaluations.tally(Question.USEFUL, even).steps())
                .containsExactly(new Steps(Scale.VERY, Scale.RATHER, 6), new Steps(Scale.LITTLE, Scale.NOT, 6));
        assertThat(Evaluations.tally(Question.SAFE, even).steps()).isEmpty();
        var oneApart = new ArrayList<>(Collections.nCopies(8, given(Scale.VERY, "Fikat", false)));
        oneApart.add(given(Scale.NOT, "", false));
        assertThat(Evaluations.tally(Question.USEFUL, oneApart).steps()).isEmpty();
        var padded = new ArrayList<>(oneApart);
        padded.addAll(Collections.nCopies(5, given(Scale.NOT, "Inget", true)));
        assertThat(Evaluations.tally(Question.USEFUL, padded).steps())
                .as("the papers are known to whoever put them in")
                .isEmpty();
        assertThat(Evaluations.words("best", padded, Answer::best).texts()).hasSize(13);
        assertThat(Evaluations.words("best", padded.subList(4, 14), Answer::best)
                        .texts())
                .isEmpty();
    }

    private static Given given(Scale useful, String best, boolean onPaper) {
        return new Given(answer(useful, best), onPaper);
    }

    private Evaluations.View seen() {
        return evaluations.see(place.otherCaseworker(), group);
    }

    @Test
    void fourAnswersStayClosedForGood() {
        for (int i = 0; i < 4; i++) {
            own.answer(enrolled(), group, answer(Scale.VERY, "")).orThrow();
        }
        evaluations.close(place.otherCaseworker(), group).orThrow();
        assertThat(seen().shown()).isFalse();
        assertThat(bare(place.otherCaseworker())).isZero();
    }

    private int bare(Actor.Staff who) {
        return transactions.execute(_ -> {
            asking.by(who);
            return application
                    .sql("select count(*) from group_evaluation_results(?)")
                    .param(group.value())
                    .query(Integer.class)
                    .single();
        });
    }

    @Test
    void nothingInTheDatabaseTellsWhichAnswerIsWhose() {
        for (int i = 0; i < 6; i++) {
            own.answer(enrolled(), group, answer(Scale.VERY, "Svar " + i)).orThrow();
        }
        assertThat(owner.sql("select column_name from information_schema.columns where table_name = 'group_answers'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("id", "group_id", "useful", "safe", "met", "best", "change", "on_paper");
        assertThat(owner.sql("""
            select count(distinct cast(xmin as text)) from (select xmin from group_answers where group_id = :group
              union all select a.xmin from group_answered a join group_enrolments e on e.id = a.enrolment_id
                where e.group_id = :group) x\
            """)
                        .param("group", group.value())
                        .query(Integer.class)
                        .single())
                .as("all rows of the group are written anew in one transaction")
                .isOne();
        var inOrder = owner.sql("select best from group_answers where group_id = ? order by ctid")
                .param(group.value())
                .query(String.class)
                .list();
        assertThat(inOrder).hasSize(6);
    }

    @Test
    void eachAnswersOnceAndNobodyWhoDidNotTakePart() {
        var phone = enrolled();
        assertThat(own.see(phone).getFirst().asked()).isTrue();
        own.answer(phone, group, answer(Scale.VERY, "")).orThrow();
        assertThat(own.see(phone).getFirst().answered()).isTrue();
        assertThat(own.answer(phone, group, answer(Scale.NOT, ""))).isInstanceOf(Result.Stale.class);
        var other = phone(cases.started(place));
        assertThat(own.see(other)).isEmpty();
        assertThatThrownBy(() -> own.answer(other, group, answer(Scale.VERY, "")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.see(new Actor.Respondent(phone.round(), true)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> transactions.execute(_ -> {
                    asking.by(phone);
                    return application
                            .sql("select * from group_answers")
                            .query()
                            .listOfRows();
                }))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void whoIsRestrictedIsNotAskedAndWhatTellsWhoItIsIsNotTaken() {
        var id = cases.started(place);
        examples.enrol(place.caseworker(), id, group);
        assertThat(own.answer(phone(id), group, answer(Scale.VERY, "Ring mig på 070-174 06 58")))
                .isInstanceOf(Result.Stale.class);
        restrictions.restrict(place.caseworker(), id, "Bestrids", today).orThrow();
        assertThat(own.see(phone(id)).getFirst().asked()).isFalse();
        assertThat(own.answer(phone(id), group, answer(Scale.VERY, ""))).isInstanceOf(Result.Stale.class);
    }

    @Test
    void theLeadersEnterNoMoreAnswersFromPaperThanThereWerePersons() {
        enrolled();
        enrolled();
        var first = AnswerId.create();
        for (int i = 0; i < 2; i++) {
            evaluations
                    .enter(place.otherCaseworker(), group, first, answer(Scale.VERY, ""))
                    .orThrow();
        }
        assertThat(seen().count()).isOne();
        evaluations
                .enter(place.otherCaseworker(), group, AnswerId.create(), answer(Scale.VERY, ""))
                .orThrow();
        assertThat(evaluations.enter(place.otherCaseworker(), group, AnswerId.create(), answer(Scale.VERY, "")))
                .isInstanceOf(Result.Stale.class);
        for (var who : List.of(place.lead(), place.caseworker(), place.officer())) {
            assertThatThrownBy(() -> evaluations.see(who, group)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> evaluations.close(who, group)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void beforeTheLastSessionNobodyIsAsked() {
        examples.weekly(place, group, today.plusDays(1), 1);
        var phone = enrolled();
        assertThat(own.see(phone).getFirst().asked()).isFalse();
        assertThat(evaluations.close(place.otherCaseworker(), group))
                .isEqualTo(Result.refused("", "evaluation.not-over"));
    }

    @Test
    void onThePhoneThePersonSeesTheNextSessionAndAnswersWithoutLosingWhatWasTyped() {
        var id = cases.started(place);
        examples.enrol(place.caseworker(), id, group);
        var phone = new OwnPhone(port, world.email(place.caseworker()), id, cases.baseline(place, id)).visitor();
        assertThat(phone.get("/svara/min-sida").body()).contains("Vad tyckte du om gruppen?");
        assertThat(phone.get(PAGE).body())
                .contains("Steg framåt", "Folkets hus", "https://www.example.org/vardagen")
                .doesNotContain("Alva");
        var form = PAGE + "/" + group + "/utvardering";
        var wrong = phone.post(form, Map.of("useful", "VERY", "best", "Mejla mig@example.org", "change", "Mer fika"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("e-postadress", "Mejla mig@example.org", "Mer fika", "Du kan också välja att inte svara.");
        var right = phone.post(
                form, Map.of("useful", "VERY", "safe", "NOT_SAID", "met", "RATHER", "best", "", "change", "Mer fika"));
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(phone.get(PAGE).body()).contains("Tack för dina svar!");
        assertThat(phone.get(form).body()).contains("Du har sagt vad du tyckte");
        for (var language : List.of("en", "ar", "fa", "so", "uk")) {
            assertThat(phone.get(PAGE + "?lang=" + language).body())
                    .as(language)
                    .contains("Steg framåt")
                    .doesNotContain("own-group.");
        }
    }
}
