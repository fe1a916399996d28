package se.framsteg.cases.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.cases.note.Draft.Correcting;
import se.framsteg.cases.note.Note.Content;
import se.framsteg.cases.note.Note.Kind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.Meeting;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.StoryExamples;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

@FramstegTest
class NotesTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Notes notes;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftsToDo toDo;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    OwnerSql jdbc;

    @Autowired
    JdbcClient application;

    private World.Place place;
    private StoryExamples examples;
    private CaseId id;
    private final LocalDate today = LocalDate.now(Time.SWEDEN);

    @BeforeEach
    void aStartedCase() {
        place = world.place();
        examples = new StoryExamples(beans);
        id = world.aCase(place).called("Nora Notén").started();
    }

    private Result<NoteId> correct(Actor.Staff by, NoteId note, int version, String text, String reason) {
        var content = new Content(Kind.TALK, today, text, reason);
        var correcting = Optional.of(new Correcting(note, version));
        return drafts.sign(by, id, DraftId.create(), correcting, 0, content);
    }

    private int journaled(String action, String kind) {
        return jdbc.sql("select count(*) from journal where action = :action and subject_kind = :kind"
                        + " and case_id = :case and participant_id is not null")
                .param("action", action)
                .param("kind", kind)
                .param("case", id.value())
                .query(Integer.class)
                .single();
    }

    private static List<String> keys(Result<?> result) {
        return ((Result.Refused<?>) result)
                .reasons().stream().map(Result.Refusal::key).toList();
    }

    @Test
    void aDraftIsItsAuthorsAlone() {
        var draft = examples.draft(place.caseworker(), id, "Bara jag");
        assertThat(drafts.own(place.lead(), id)).isEmpty();
        assertThat(drafts.own(place.caseworker(), id)).hasSize(1);
        var typed = StoryExamples.typed("Någon annan");
        var content = new Content(Kind.TALK, today, "Någon annan", "");
        for (var other : List.of(place.lead(), place.otherCaseworker(), place.officer())) {
            assertThatThrownBy(() -> drafts.open(other, id, draft)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> drafts.saved(other, id, draft)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> drafts.discard(other, id, draft)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> drafts.save(other, id, draft, Optional.empty(), 1, typed))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> drafts.sign(other, id, draft, Optional.empty(), 1, content))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(drafts.open(place.caseworker(), id, draft).typed().text()).isEqualTo("Bara jag");
        assertThat(journaled("WRITE_NOTE", "note draft")).isEqualTo(1);
    }

    @Test
    void lookingAtADraftAndBeingRefusedAreJournaledAsLooksAndWhatWasNotSavedAsNothing() {
        var draft = examples.draft(place.caseworker(), id, "Ett");
        drafts.open(place.caseworker(), id, draft);
        drafts.own(place.caseworker(), id);
        assertThat(drafts.save(place.caseworker(), id, draft, Optional.empty(), 7, StoryExamples.typed("Sent")))
                .isInstanceOf(Result.Stale.class);
        var future = new Content(Kind.TALK, today.plusDays(1), "Ett", "");
        assertThat(drafts.sign(place.caseworker(), id, draft, Optional.empty(), 1, future))
                .isInstanceOf(Result.Refused.class);
        assertThat(journaled("SEE_NOTE", "note draft")).isEqualTo(2);
        assertThat(journaled("WRITE_NOTE", "note draft")).isEqualTo(1);
        assertThat(journaled("WRITE_NOTE", "case")).isZero();
        assertThat(journaled("SIGN_NOTE", "note draft")).isZero();
    }

    @Test
    void aDraftThatSavesItselfIsJournaledOnceAnHour() throws Exception {
        var draft = examples.draft(place.caseworker(), id, "0");
        for (int version = 1; version <= 5; version++) {
            drafts.save(place.caseworker(), id, draft, Optional.empty(), version, StoryExamples.typed("" + version))
                    .orThrow();
        }
        assertThat(journaled("WRITE_NOTE", "note draft")).isEqualTo(1);
        clock.later(
                Duration.ofMinutes(61),
                () -> drafts.save(place.caseworker(), id, draft, Optional.empty(), 6, StoryExamples.typed("6"))
                        .orThrow());
        assertThat(journaled("WRITE_NOTE", "note draft")).isEqualTo(2);
    }

    @Test
    void aDraftIsClosedToAnAuthorWhoNoLongerHasTheCase() {
        var draft = examples.draft(place.caseworker(), id, "Mitt");
        var version = cases.see(place.lead(), id).version();
        cases.assign(place.lead(), id, version, place.otherCaseworker().id(), today, "Byte")
                .orThrow();
        assertThatThrownBy(() -> drafts.open(place.caseworker(), id, draft)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> drafts.open(place.otherCaseworker(), id, draft))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aDraftIsNotFoundByWayOfAnotherCase() {
        var draft = examples.draft(place.caseworker(), id, "Här");
        var other = world.aCase(place).started();
        assertThatThrownBy(() -> drafts.open(place.caseworker(), other, draft)).isInstanceOf(NotFoundException.class);
        var note = examples.note(place.caseworker(), id, today, "Här");
        assertThatThrownBy(() -> notes.see(place.caseworker(), other, note)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> notes.dissent(place.caseworker(), other, note, today, "Nej"))
                .isInstanceOf(NotFoundException.class);
        var content = new Content(Kind.TALK, today, "Rättat", "Fel");
        assertThatThrownBy(() -> drafts.sign(
                        place.caseworker(), other, DraftId.create(), Optional.of(new Correcting(note, 1)), 0, content))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatAnotherWindowSavedIsNotOverwritten() {
        var draft = examples.draft(place.caseworker(), id, "Ett");
        drafts.save(place.caseworker(), id, draft, Optional.empty(), 1, StoryExamples.typed("Två"))
                .orThrow();
        var late = StoryExamples.typed("Tre");
        assertThat(drafts.save(place.caseworker(), id, draft, Optional.empty(), 1, late))
                .isInstanceOf(Result.Stale.class);
        var content = new Content(Kind.TALK, today, "Tre", "");
        assertThat(drafts.sign(place.caseworker(), id, draft, Optional.empty(), 1, content))
                .isInstanceOf(Result.Stale.class);
        assertThat(drafts.open(place.caseworker(), id, draft).typed().text()).isEqualTo("Två");
    }

    @Test
    void aDraftThrownAwayInOneWindowComesBackWhenTheOtherSaves() {
        var draft = examples.draft(place.caseworker(), id, "Ett");
        drafts.discard(place.caseworker(), id, draft);
        drafts.save(place.caseworker(), id, draft, Optional.empty(), 1, StoryExamples.typed("Kvar"))
                .orThrow();
        assertThat(drafts.open(place.caseworker(), id, draft).typed().text()).isEqualTo("Kvar");
    }

    @Test
    void signingMakesANoteThatBothSeeAndTakesTheDraftAway() {
        var draft = examples.draft(place.caseworker(), id, "Vi talade");
        var content = new Content(Kind.DECISION, today, "Vi talade", "");
        var note = drafts.sign(place.caseworker(), id, draft, Optional.empty(), 1, content)
                .orThrow();
        var again = drafts.sign(place.caseworker(), id, draft, Optional.empty(), 1, content);
        assertThat(again.orThrow()).isEqualTo(note);
        var other = new Content(Kind.DECISION, today, "Något annat", "");
        assertThat(drafts.sign(place.caseworker(), id, draft, Optional.empty(), 1, other))
                .isInstanceOf(Result.Stale.class);
        assertThat(drafts.save(place.caseworker(), id, draft, Optional.empty(), 1, StoryExamples.typed("Sent")))
                .isInstanceOf(Result.Stale.class);
        assertThat(drafts.own(place.caseworker(), id)).isEmpty();
        assertThat(notes.list(place.lead(), id, 1).rows())
                .singleElement()
                .satisfies(one -> assertThat(one.current().content()).isEqualTo(content))
                .satisfies(one -> assertThat(one.current().by()).isEqualTo("Hanna Handläggare"));
        assertThat(journaled("SEE_NOTE", "case"))
                .as("signing what is signed, twice, and the list")
                .isEqualTo(3);
        assertThat(journaled("SIGN_NOTE", "note draft")).isEqualTo(1);
    }

    @Test
    void signingADraftThatWasNeverSavedTwiceAtOnceMakesOneNote() throws Exception {
        var draft = DraftId.create();
        var content = new Content(Kind.TALK, today, "Dubbelklick", "");
        var second = new Meeting(beans)
                .of(
                        () -> drafts.sign(place.caseworker(), id, draft, Optional.empty(), 0, content),
                        () -> drafts.sign(place.caseworker(), id, draft, Optional.empty(), 0, content));
        assertThat(notes.list(place.caseworker(), id, 1).rows())
                .singleElement()
                .satisfies(one -> assertThat(one.id()).isEqualTo(second.get().orThrow()));
    }

    @Test
    void aCorrectionIsANewVersionWithItsReasonAndTheOldOneStays() {
        var note = examples.note(place.caseworker(), id, today, "Först");
        assertThat(keys(correct(place.lead(), note, 1, "Sedan", ""))).containsExactly("note.reason.required");
        correct(place.lead(), note, 1, "Sedan", "Fel dag").orThrow();
        assertThat(correct(place.caseworker(), note, 1, "Annat", "Fel ord")).isInstanceOf(Result.Stale.class);
        var seen = notes.see(place.caseworker(), id, note);
        assertThat(seen.current().content().reason()).isEqualTo("Fel dag");
        assertThat(seen.versions()).extracting(one -> one.content().text()).containsExactly("Sedan", "Först");
        assertThat(journaled("SEE_NOTE", "note")).isEqualTo(1);
    }

    @Test
    void whatThePersonDisputesStandsBesideTheNote() {
        var note = examples.note(place.caseworker(), id, today, "Kom inte till mötet");
        assertThat(keys(notes.dissent(place.caseworker(), id, note, today.plusDays(1), " ")))
                .containsExactly("note.dissent.future", "note.dissent.required");
        notes.dissent(place.lead(), id, note, today, "Jag var där").orThrow();
        correct(place.caseworker(), note, 1, "Kom till mötet", "Det blev fel").orThrow();
        assertThat(notes.see(place.caseworker(), id, note).dissents())
                .singleElement()
                .satisfies(one -> assertThat(one.text()).isEqualTo("Jag var där"))
                .satisfies(one -> assertThat(one.by()).isEqualTo("Lena Ledare"));
        assertThatThrownBy(() -> notes.dissent(place.officer(), id, note, today, "Nej"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatCannotBeSignedIsRefused() {
        var content = new Content(Kind.TALK, today.plusDays(1), " ", "");
        assertThat(keys(drafts.sign(place.caseworker(), id, DraftId.create(), Optional.empty(), 0, content)))
                .containsExactly("note.on.future", "note.text.required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update note_versions set text = 'annat'",
                "delete from note_versions",
                "update note_dissents set text = 'annat'",
                "delete from note_dissents",
                "update notes set case_id = case_id",
                "delete from notes",
                "truncate notes cascade"
            })
    void theDatabaseItselfKeepsWhatIsSigned(String statement) {
        var note = examples.note(place.caseworker(), id, today, "Kvar");
        notes.dissent(place.caseworker(), id, note, today, "Nej").orThrow();
        assertThatThrownBy(() -> application.sql(statement).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void theLatestDaysComeFirstAndALongListIsSplit() {
        for (int i = 0; i < 26; i++) {
            examples.note(place.caseworker(), id, today.minusDays(i % 5), "Nummer " + i);
        }
        var first = notes.list(place.lead(), id, 1);
        assertThat(first.more()).isTrue();
        assertThat(first.rows())
                .extracting(one -> one.current().content().on())
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
        assertThat(notes.list(place.lead(), id, 2).rows()).hasSize(1);
    }

    @Test
    void aDraftThatHasWaitedAWeekIsOnItsAuthorsListAlone() throws Exception {
        var draft = examples.draft(place.caseworker(), id, "Väntar");
        assertThat(toDo.toDo(place.caseworker())).isEmpty();
        clock.<Void>later(Duration.ofDays(8), () -> {
            assertThat(toDo.toDo(place.lead())).isEmpty();
            assertThat(toDo.toDo(place.caseworker())).singleElement().satisfies(one -> {
                assertThat(one.about()).isEqualTo("Nora Notén");
                assertThat(one.path()).endsWith("/notes/drafts/" + draft);
                assertThat(one.arguments()).containsExactly(8L);
                assertThat(one.late())
                        .as("a draft has no day that it was planned for")
                        .isFalse();
            });
            return null;
        });
    }
}
