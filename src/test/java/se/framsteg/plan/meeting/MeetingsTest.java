package se.framsteg.plan.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.Result;
import se.framsteg.consent.Kind;
import se.framsteg.consent.Recipient;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.Needs;
import se.framsteg.plan.Party;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.Plans;
import se.framsteg.plan.Preparation;
import se.framsteg.plan.areas.Member;
import se.framsteg.plan.areas.MemberId;
import se.framsteg.plan.areas.ResourceGroup;
import se.framsteg.print.Pdfs;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;
import se.framsteg.testing.ConsentExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.PlanExamples;
import se.framsteg.testing.Sharing;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** Planning a meeting about the joint plan, who is asked to it, what they reply and what is late. */
@FramstegTest
class MeetingsTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Meetings meetings;

    @Autowired
    Invitations invitations;

    @Autowired
    Calls calls;

    @Autowired
    Letters letters;

    @Autowired
    Clocks clocks;

    @Autowired
    LateMeetings late;

    @Autowired
    OwnerSql owner;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private CaseId id;
    private PlanExamples examples;
    private OrganisationId region;

    @BeforeEach
    void aStartedCase() {
        place = world.place();
        id = new CaseExamples(beans).started(place);
        examples = new PlanExamples(beans);
        region = world.organisation(place.association(), "Region Prov " + UUID.randomUUID(), OrganisationKind.REGION);
    }

    private MeetingId planned(Plan.Kind kind) {
        examples.begun(place, id, kind);
        return examples.meeting(place, id);
    }

    private Meetings.Card card() {
        return meetings.card(place.caseworker(), id);
    }

    private Invitee.Asked of(OrganisationId organisation) {
        return new Invitee.Asked(Invitee.Part.ORGANISATION, Optional.of(organisation), "", "Vårdcentralen", "", false);
    }

    private Result<InviteeId> ask(MeetingId meeting, Invitee.Asked asked) {
        return invitations.ask(place.caseworker(), id, meeting, InviteeId.create(), asked);
    }

    private void opened() {
        new Sharing(owner).yes(id, region, "JOINT_PLAN");
    }

    private Result<MeetingId> send(MeetingId meeting) {
        return calls.send(
                place.caseworker(), id, meeting, card().meeting().orElseThrow().version());
    }

    private InviteeLine line(InviteeId invitee) {
        return card().invitees().stream()
                .filter(one -> one.invitee().id().equals(invitee))
                .findFirst()
                .orElseThrow();
    }

    private static String refusal(Result<?> result) {
        return ((Result.Refused<?>) result).reasons().getFirst().key();
    }

    private static Meeting.Planned with(Meeting.Planned was, LocalDate on, LocalTime at) {
        return new Meeting.Planned(was.kind(), on, at, was.minutes(), was.place(), was.video(), was.interpreter());
    }

    @Test
    void thePersonIsAlwaysAskedAndThereIsOneMeetingAheadAtATime() {
        var meeting = planned(Plan.Kind.SIP);
        assertThat(card().invitees())
                .singleElement()
                .satisfies(one -> assertThat(one.invitee().asked().part()).isEqualTo(Invitee.Part.PERSON));
        assertThat(meetings.plan(place.caseworker(), id, meeting, examples.inAFortnight()))
                .as("sent twice")
                .isInstanceOf(Result.Done.class);
        assertThat(card().invitees()).hasSize(1);
        assertThat(meetings.plan(place.lead(), id, MeetingId.create(), examples.inAFortnight()))
                .isInstanceOf(Result.Stale.class);
        var person = card().invitees().getFirst().invitee().id();
        assertThatThrownBy(() -> invitations.remove(place.caseworker(), id, meeting, person))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aTimeThatHasBeenIsRefusedToTheMinute() {
        examples.begun(place, id, Plan.Kind.SIP);
        var fortnight = examples.inAFortnight();
        var now = LocalTime.now(clock).withSecond(0).withNano(0);
        for (var past :
                List.of(with(fortnight, today.minusDays(1), LocalTime.of(23, 59)), with(fortnight, today, now))) {
            assertThat(refusal(meetings.plan(place.caseworker(), id, MeetingId.create(), past)))
                    .isEqualTo("plan.meeting.past");
        }
        var nowhere = new Meeting.Planned(
                Meeting.Kind.FIRST, today.plusDays(1), LocalTime.NOON, 60, "", "http://video.example", "");
        assertThat(refusal(meetings.plan(place.caseworker(), id, MeetingId.create(), nowhere)))
                .isEqualTo("plan.meeting.video.wrong");
    }

    @Test
    void anOrganisationCanBeCalledWhileThePersonsYesLetsItKnowAndNotElse() {
        var meeting = planned(Plan.Kind.SIP);
        assertThat(refusal(ask(meeting, of(region)))).isEqualTo("plan.invitee.no-consent");
        var consent = new Sharing(owner).yes(id, region, "JOINT_PLAN");
        var asked = ask(meeting, of(region)).orThrow();
        assertThat(line(asked).summoned()).as("the region is bound").isTrue();
        assertThat(line(asked).gone()).isFalse();
        new Sharing(owner).withdraw(consent, 2);
        assertThat(line(asked).gone()).isTrue();
        assertThat(refusal(send(meeting))).isEqualTo("plan.send.no-consent");
        assertThat(line(asked).invitee().sentAt()).isEmpty();
        assertThatThrownBy(() -> letters.of(place.caseworker(), id, meeting, Optional.of(asked)))
                .isInstanceOf(NotFoundException.class);
        var other = world.place().kommun();
        assertThatThrownBy(() -> ask(meeting, of(other)))
                .as("of another association")
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aYesToSomethingElseLetsNobodyBeCalled() {
        var meeting = planned(Plan.Kind.SIP);
        new Sharing(owner).yes(id, region, "IDENTITY", "NOTES", "ASSESSMENTS");
        assertThat(refusal(ask(meeting, of(region)))).isEqualTo("plan.invitee.no-consent");
        assertThat(invitations
                        .choice(place.caseworker(), id, meeting, InviteeId.create())
                        .parties())
                .filteredOn(party -> party.id().equals(region))
                .singleElement()
                .satisfies(party -> assertThat(party.may()).isFalse());
    }

    @Test
    void whomThePersonBringsIsToldTheDayAndThePlaceAlone() throws Exception {
        var meeting = planned(Plan.Kind.SIP);
        var sister = new Invitee.Asked(Invitee.Part.RELATIVE, Optional.empty(), "Sonja Syster", "", "", false);
        assertThat(refusal(ask(meeting, sister))).isEqualTo("plan.invitee.brought.required");
        var asked = ask(
                        meeting,
                        new Invitee.Asked(Invitee.Part.RELATIVE, Optional.empty(), "Sonja Syster", "", "", true))
                .orThrow();
        var papers = letters.of(place.caseworker(), id, meeting, Optional.of(asked));
        assertThat(papers.letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.tells()).isFalse());
        var pdf = print(meeting, "?to=" + asked);
        assertThat(pdf).contains("Sonja Syster", "Stadshuset", "13.30").doesNotContain("Petra", "samordnad", "SIP");
    }

    private String print(MeetingId meeting, String query) throws Exception {
        return Pdfs.text(printed(meeting, query));
    }

    private byte[] printed(MeetingId meeting, String query) throws Exception {
        return new Downloads(port, world.email(place.caseworker()))
                .bytes("/cases/" + id + "/plan/meetings/" + meeting + "/letters.pdf" + query);
    }

    @Test
    void thePapersTellWhatIsNeededAndNeverWhatIsNotToBeTakenUp() throws Exception {
        var need = examples.wanted(place, id);
        beans.getBean(se.framsteg.plan.Needs.class)
                .prepare(
                        place.caseworker(),
                        id,
                        need,
                        0,
                        new se.framsteg.plan.Preparation(
                                "Boendet", "Vem ringer", "Förra våren", "En syster", "Här", ""))
                .orThrow();
        beans.getBean(se.framsteg.plan.Plans.class)
                .begin(place.caseworker(), id, se.framsteg.plan.PlanId.create(), Plan.Kind.SAMSIP, Optional.of(need))
                .orThrow();
        var meeting = examples.meeting(place, id);
        opened();
        ask(meeting, of(region)).orThrow();
        ask(meeting, new Invitee.Asked(Invitee.Part.RELATIVE, Optional.empty(), "Sonja Syster", "syster", "", true))
                .orThrow();
        ask(meeting, new Invitee.Asked(Invitee.Part.INTERPRETER, Optional.empty(), "", "finska", "", false))
                .orThrow();
        var pdf = printed(meeting, "");
        Pdfs.assertValid(pdf);
        Pdfs.pictures(pdf, "plan-letters");
        assertThat(Pdfs.pages(pdf)).isEqualTo(4);
        assertThat(Pdfs.text(pdf).split("1 / 1", -1))
                .as("each is counted for itself")
                .hasSize(5);
        assertThat(Pdfs.text(pdf))
                .contains("Kallelse till möte", "Inbjudan till möte", "inom 21 dagar", "Stadshuset, rum 2", "Petra")
                .contains("Till: Tolk · finska", "Hanna Handläggare", world.email(place.caseworker()))
                .doesNotContain("Telefon", "1 / 4", ": ·")
                .doesNotContain("Förra våren", "Boendet", "Vem ringer", CaseExamples.NUMBER.display());
        assertThat(Pdfs.metadata(pdf)).doesNotContain("Petra");
        new Sharing(owner).yes(id, region, "JOINT_PLAN", "IDENTITY");
        assertThat(print(meeting, "")).contains(CaseExamples.NUMBER.display());
        owner.sql("update participants set protection = 'CONFIDENTIALITY_MARKING' where organisation_id = ?")
                .param(place.kommun().value())
                .update();
        assertThat(print(meeting, "")).doesNotContain(CaseExamples.NUMBER.display());
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.of("sv")));
    }

    private String words(MeetingId meeting, InviteeId to) throws Exception {
        return print(meeting, "?to=" + to).replaceAll("[\\s\u00a0]+", " ");
    }

    @Test
    void aLetterTellsItsDayByWhenOneAnswersAndTheLastDayToHaveMet() throws Exception {
        var meeting = planned(Plan.Kind.SAMSIP);
        opened();
        var asked = ask(meeting, of(region)).orThrow();
        assertThat(words(meeting, asked))
                .contains(
                        day(today) + " Kallelse till möte",
                        "alltså senast " + day(today.plusDays(21)),
                        "Svara Hanna Handläggare gärna senast " + day(today.plusDays(7)));
        send(meeting).orThrow();
        clock.on(today.plusDays(3), () -> {
            assertThat(words(meeting, asked))
                    .as("counted from the day on which it was sent")
                    .contains(day(today.plusDays(3)) + " Kallelse", "alltså senast " + day(today.plusDays(21)));
            return null;
        });
        clock.on(today.plusDays(6), () -> {
            assertThat(words(meeting, asked)).contains("Svara Hanna Handläggare så snart du kan");
            return null;
        });
    }

    @Test
    void thePersonReadsWhatKindOfPlanItIsAndWhoElseIsAskedAndNobodyElseDoes() throws Exception {
        var meeting = planned(Plan.Kind.SIP);
        opened();
        var asked = ask(meeting, of(region)).orThrow();
        ask(meeting, relative("Sonja", "syster", true)).orThrow();
        var person = card().invitees().getFirst().invitee().id();
        assertThat(words(meeting, person))
                .contains(
                        "din samordnade individuella plan (SIP)",
                        "De här är också bjudna",
                        "Vårdcentralen",
                        "Sonja · syster",
                        "Kan du inte komma?")
                .doesNotContain("Säg till den som kallar");
        assertThat(words(meeting, asked)).doesNotContain("Sonja", "De här är också bjudna");
    }

    private static Invitee.Asked relative(String name, String role, boolean brought) {
        return new Invitee.Asked(Invitee.Part.RELATIVE, Optional.empty(), name, role, "", brought);
    }

    @Test
    void aRelativeIsSpokenToAsOneAndTheOwnHouseIsNotToldOfAYesThatItNeedsNot() throws Exception {
        var meeting = planned(Plan.Kind.SIP);
        opened();
        var sonja = new Recipient.Named(Recipient.Sort.RELATIVE, "Sonja Syster");
        new ConsentExamples(beans).given(place.caseworker(), id, sonja, Kind.JOINT_PLAN);
        var sister = ask(meeting, relative("Sonja Syster", "", false)).orThrow();
        assertThat(words(meeting, sister)).contains("till att du får veta det").doesNotContain("att ni får");
        assertThat(words(meeting, ask(meeting, of(region)).orThrow())).contains("till att ni får veta det");
        var own = words(meeting, ask(meeting, of(place.kommun())).orThrow());
        assertThat(own).contains("Kallelse till möte", "(SIP)").doesNotContain("har sagt ja", "den som kallar");
    }

    private Visitor caseworker() {
        return new Visitor(port).signIn(world.email(place.caseworker()));
    }

    @Test
    void whereThePersonWantsToMeetIsShownBesideThePlaceAndNeverInIt() {
        var need = examples.wanted(place, id);
        beans.getBean(Needs.class)
                .prepare(
                        place.caseworker(),
                        id,
                        need,
                        0,
                        new Preparation("", "", "", "", "Hemma hos mamma på Björkgatan", ""))
                .orThrow();
        beans.getBean(Plans.class)
                .begin(place.caseworker(), id, PlanId.create(), Plan.Kind.SIP, Optional.of(need))
                .orThrow();
        var visitor = caseworker();
        var path = "/cases/" + id + "/plan/meetings/";
        assertThat(visitor.get(path + "new").body())
                .contains("Så här vill personen ha det", "Björkgatan")
                .contains("name=\"place\" type=\"text\" value=\"\"");
        var meeting = examples.meeting(place, id);
        assertThat(visitor.get(path + meeting + "/change").body()).contains("Så här vill personen ha det");
        assertThat(visitor.get(path + "new").statusCode()).isEqualTo(302);
        assertThat(visitor.get("/cases/" + id + "/plan").body()).contains("Det finns redan ett planerat möte");
    }

    @Test
    void whomThePersonHasSaidNoToIsToldApartFromThoseNeverAsked() {
        var consents = new ConsentExamples(beans);
        var other = world.organisation(place.association(), "Region Annan", OrganisationKind.REGION);
        var asked = world.organisation(place.association(), "Kassan Prov", OrganisationKind.FK);
        consents.refused(place.caseworker(), id, region, Kind.JOINT_PLAN);
        consents.given(place.caseworker(), id, asked, Kind.NOTES);
        var meeting = planned(Plan.Kind.SIP);
        assertThat(parties(meeting))
                .extracting(Party::id, Party::knows, Party::saidOn)
                .contains(
                        tuple(region, Party.Knows.NO, Optional.of(today)),
                        tuple(asked, Party.Knows.ASK, Optional.empty()),
                        tuple(other, Party.Knows.STRANGER, Optional.empty()),
                        tuple(place.kommun(), Party.Knows.OWN, Optional.empty()));
        var body = caseworker()
                .get("/cases/" + id + "/plan/meetings/" + meeting + "/invitees")
                .body();
        assertThat(body.replaceAll("<[^>]*>", ""))
                .contains(": personen har sagt nej " + day(today), "Kassan Prov: får inte veta om planen");
        assertThat(body.indexOf("Region Annan")).isGreaterThan(body.indexOf("<summary>Organisationer som inte har"));
        opened();
        assertThat(parties(meeting))
                .as("a yes that comes later holds")
                .filteredOn(party -> party.id().equals(region))
                .allMatch(Party::may);
    }

    private List<Party> parties(MeetingId meeting) {
        return invitations
                .choice(place.caseworker(), id, meeting, InviteeId.create())
                .parties();
    }

    @Test
    void somebodyOfTheResourceGroupIsAskedAsWhomThePersonBringsAndNobodyIsOfferedTwice() {
        var member = MemberId.create();
        beans.getBean(ResourceGroup.class)
                .add(place.caseworker(), id, member, new Member.Written("Moa Järnsten", "syster", "070", "Ringer"))
                .orThrow();
        var meeting = planned(Plan.Kind.SIP);
        opened();
        var visitor = caseworker();
        var page = "/cases/" + id + "/plan/meetings/" + meeting + "/invitees";
        assertThat(visitor.get(page).body()).contains("Moa Järnsten (syster)");
        var form = form("member:" + member);
        assertThat(visitor.post(page, form).body()).contains("Kryssa i att personen själv har bett om det");
        form.put("brought", "true");
        form.put("name", "Någon Annan");
        assertThat(visitor.post(page, form).body()).contains("Den du har valt heter Moa Järnsten");
        form.remove("name");
        assertThat(visitor.post(page, form).statusCode()).isEqualTo(302);
        assertThat(visitor.post(page, form).statusCode()).as("sent twice").isEqualTo(302);
        assertThat(card().invitees())
                .hasSize(2)
                .last()
                .satisfies(
                        one -> assertThat(one.invitee().asked()).isEqualTo(relative("Moa Järnsten", "syster", true)));
        assertThat(visitor.get(page).body()).doesNotContain("member:" + member);
        var whole = form(region.toString());
        assertThat(visitor.post(page, whole).statusCode()).isEqualTo(302);
        assertThat(visitor.post(page, whole).statusCode()).as("sent twice").isEqualTo(302);
        assertThat(visitor.get(page).body()).contains("En till från Region Prov");
        var again = form(region.toString());
        assertThat(visitor.post(page, again).body()).contains("Organisationen är redan med");
        again.put("role", "Psykiatrin");
        assertThat(visitor.post(page, again).statusCode()).isEqualTo(302);
        assertThat(card().invitees()).hasSize(4);
    }

    private static HashMap<String, String> form(String who) {
        return new HashMap<>(Map.of("id", UUID.randomUUID().toString(), "who", who));
    }

    @Test
    void thePlaceStandsInACalendarFileWhenThatHasBeenSaidAndNeverOfAProtectedPerson() throws Exception {
        var meeting = planned(Plan.Kind.SIP);
        assertThat(calendar(meeting)).contains("SUMMARY:Möte\r\n").doesNotContain("LOCATION");
        var now = examples.inAFortnight();
        var told = new Meeting.Planned(now.kind(), now.on(), now.at(), now.minutes(), now.place(), "", "", true);
        meetings.change(place.caseworker(), id, meeting, 1, told).orThrow();
        assertThat(calendar(meeting)).contains("LOCATION:Stadshuset\\, rum 2\r\n", "SUMMARY:Möte\r\n");
        owner.sql("update participants set protection = 'CONFIDENTIALITY_MARKING' where organisation_id = ?")
                .param(place.kommun().value())
                .update();
        assertThat(calendar(meeting)).doesNotContain("LOCATION", "Stadshuset");
    }

    private String calendar(MeetingId meeting) throws Exception {
        return new String(
                new Downloads(port, world.email(place.caseworker()))
                        .bytes("/cases/" + id + "/plan/meetings/" + meeting + "/meeting.ics"),
                StandardCharsets.UTF_8);
    }

    @Test
    void sendingTwiceSendsOnceAndNothingIsSentToNobody() throws Exception {
        var meeting = planned(Plan.Kind.SIP);
        assertThat(refusal(send(meeting))).isEqualTo("plan.send.nobody");
        opened();
        var asked = ask(meeting, of(region)).orThrow();
        var version = card().meeting().orElseThrow().version();
        Callable<Result<MeetingId>> sending = () -> calls.send(place.caseworker(), id, meeting, version);
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var done : both.invokeAll(List.of(sending, sending))) {
                assertThat(done.get()).isInstanceOf(Result.Done.class);
            }
        }
        var first = line(asked).invitee().sentAt().orElseThrow();
        clock.later(java.time.Duration.ofHours(5), () -> send(meeting));
        assertThat(line(asked).invitee().sentAt()).contains(first);
        assertThat(card().toTell()).isFalse();
        assertThat(owner.sql("select count(*) from journal where action = 'CALL_TO_PLAN' and case_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void whoeverWasToldIsToldAnewWhenTheMeetingMovesAndTheirReplyNoLongerHolds() {
        var meeting = planned(Plan.Kind.SIP);
        opened();
        var asked = ask(meeting, of(region)).orThrow();
        send(meeting).orThrow();
        var yes = new Invitee.Replied(Invitee.Reply.YES, "", today);
        invitations
                .reply(
                        place.caseworker(),
                        id,
                        meeting,
                        asked,
                        line(asked).invitee().version(),
                        yes)
                .orThrow();
        var moved = with(examples.inAFortnight(), today.plusDays(15), LocalTime.of(9, 0));
        var version = card().meeting().orElseThrow().version();
        meetings.change(place.caseworker(), id, meeting, version, moved).orThrow();
        assertThat(meetings.change(place.caseworker(), id, meeting, version, moved))
                .as("sent twice")
                .isInstanceOf(Result.Done.class);
        assertThat(meetings.change(place.lead(), id, meeting, version, examples.inAFortnight()))
                .as("somebody else, of what it was")
                .isInstanceOf(Result.Stale.class);
        assertThat(calls.send(place.caseworker(), id, meeting, version)).isInstanceOf(Result.Stale.class);
        assertThat(line(asked).toTell()).isTrue();
        assertThat(line(asked).invitee().replied()).isEmpty();
        meetings.cancel(place.caseworker(), id, meeting, version + 1).orThrow();
        assertThat(card().meeting()).isEmpty();
        assertThat(invitations.remove(place.caseworker(), id, meeting, asked)).isInstanceOf(Result.Stale.class);
    }

    @Test
    void aReplyIsNotOverwrittenUnseen() {
        var meeting = planned(Plan.Kind.SIP);
        opened();
        var asked = ask(meeting, of(region)).orThrow();
        var version = line(asked).invitee().version();
        var standIn = new Invitee.Replied(Invitee.Reply.STAND_IN, "Stina", today);
        var no = new Invitee.Replied(Invitee.Reply.NO, "", today);
        invitations
                .reply(place.caseworker(), id, meeting, asked, version, standIn)
                .orThrow();
        assertThat(invitations.reply(place.lead(), id, meeting, asked, version, no))
                .isInstanceOf(Result.Stale.class);
        assertThat(invitations.reply(place.caseworker(), id, meeting, asked, version, standIn))
                .as("sent twice")
                .isInstanceOf(Result.Done.class);
        assertThat(line(asked).invitee().replied()).contains(standIn);
        var nobody = new Invitee.Replied(Invitee.Reply.STAND_IN, "", today);
        assertThat(refusal(invitations.reply(place.caseworker(), id, meeting, asked, version + 1, nobody)))
                .isEqualTo("plan.reply.stand-in.required");
    }

    @Test
    void aCalledPartyThatHasNotMetWithinTheDaysIsLateForWhoeverHasTheCase() throws Exception {
        clocks.agree(place.officer(), place.association(), 0, new CallClock.Days(10, 2));
        var meeting = planned(Plan.Kind.SAMSIP);
        assertThat(prompts()).containsExactly(Prompt.What.SEND);
        opened();
        var asked = ask(meeting, of(region)).orThrow();
        send(meeting).orThrow();
        assertThat(prompts()).isEmpty();
        assertThat(card().tooLate()).as("the meeting is after that day").contains(today.plusDays(10));
        clock.on(today.plusDays(10), () -> {
            assertThat(prompts()).isEmpty();
            return null;
        });
        clock.on(today.plusDays(11), () -> {
            assertThat(late.toDo(place.caseworker())).singleElement().satisfies(one -> {
                assertThat(one.textKey()).isEqualTo("to-do.plan.meeting.MEET");
                assertThat(one.late()).isTrue();
                assertThat(one.due()).contains(today.plusDays(10));
            });
            assertThat(line(asked).notReplied()).isTrue();
            assertThat(late.toDo(place.lead())).as("the caseworker has it").isEmpty();
            assertThat(late.ofInitiative(place.lead(), place.initiative())).hasSize(1);
            assertThatThrownBy(() -> late.ofInitiative(place.caseworker(), place.initiative()))
                    .isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> late.ofInitiative(world.place().lead(), place.initiative()))
                    .isInstanceOf(NotFoundException.class);
            return null;
        });
    }

    private List<Prompt.What> prompts() {
        return late.ofInitiative(place.lead(), place.initiative()).stream()
                .map(one -> one.prompt().what())
                .toList();
    }

    @Test
    void aYesToAPlanWaitsForAMeetingAndADischargeForTheSummons() throws Exception {
        examples.wanted(place, id);
        assertThat(prompts()).containsExactly(Prompt.What.PLAN);
        examples.begun(place, id, Plan.Kind.DISCHARGE);
        assertThat(prompts()).containsExactly(Prompt.What.CALL);
        var waiting = late.ofInitiative(place.lead(), place.initiative()).getFirst();
        assertThat(waiting.prompt()).isEqualTo(new Prompt(Prompt.What.CALL, today.plusDays(3), false));
        clock.on(
                today.plusDays(4),
                () -> assertThat(late.ofInitiative(place.lead(), place.initiative()))
                        .allMatch(one -> one.prompt().late()));
        opened();
        var meeting = examples.meeting(place, id);
        ask(meeting, of(region)).orThrow();
        send(meeting).orThrow();
        assertThat(prompts()).isEmpty();
    }

    @Test
    void whoeverAnEMailDidNotReachWaitsToBeReached() throws Exception {
        opened();
        var meeting = planned(Plan.Kind.SIP);
        var asked = ask(meeting, of(region)).orThrow();
        send(meeting).orThrow();
        assertThat(prompts()).isEmpty();
        posted(asked, "FAILED", 0);
        assertThat(prompts()).containsExactly(Prompt.What.REACH);
        owner.sql("update plan_invitees set reply = 'YES', replied_on = cast(now() at time zone"
                        + " 'Europe/Stockholm' as date) where id = ?")
                .param(asked.value())
                .update();
        assertThat(prompts()).as("they know of it").isEmpty();
        owner.sql("update plan_invitees set reply = null, replied_on = null where id = ?")
                .param(asked.value())
                .update();
        posted(asked, "SENT", 1);
        assertThat(prompts()).as("sent anew").isEmpty();
    }

    private void posted(InviteeId to, String state, int after) {
        owner.sql("""
            insert into outbox (id, association_id, case_id, about_id, address, subject, text, state, queued_by, queued_at, next_attempt_at,
              settled_at)
            select gen_random_uuid(), association_id, id, ?, '', 'x', 'x', ?, ?, now() + ? * interval '1 second', now(), now()
            from cases where id = ?\
            """)
                .params(to.value(), state, place.caseworker().id().value(), after, id.value())
                .update();
    }

    @Test
    void anotherOrganisationsColleagueSeesTheirOwnInvitationAndNoOthers() throws Exception {
        var meeting = planned(Plan.Kind.SIP);
        new Sharing(owner).yes(id, region, "JOINT_PLAN");
        var colleague = world.person(region, "Rut Region", Role.TEAM_MEMBER);
        ask(meeting, of(region)).orThrow();
        ask(meeting, of(place.kommun())).orThrow();
        assertThatThrownBy(() -> meetings.card(colleague, id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> meetings.card(place.officer(), id)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> send(place.officer(), meeting)).isInstanceOf(NotFoundException.class);
    }

    private void send(se.framsteg.access.Actor.Staff who, MeetingId meeting) {
        calls.send(who, id, meeting, 1);
    }

    @Test
    void aFormThatComesBackTellsAllFaultsAndKeepsWhatWasTyped() {
        examples.begun(place, id, Plan.Kind.SIP);
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var typed = new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "on",
                today.minusDays(3).toString(),
                "at",
                "halv två",
                "minutes",
                "5",
                "place",
                "x".repeat(50_000),
                "video",
                "video.example/rum"));
        var answer = visitor.post("/cases/" + id + "/plan/meetings/new", typed);
        assertThat(answer.statusCode()).isIn(200, 422);
        assertThat(answer.body())
                .contains("Välj vad det är för möte", "Den tiden har redan varit", "Skriv en tid som finns")
                .contains("Länken ska börja med https://", "halv två", "x".repeat(50_000));
        var script = new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "kind",
                "FIRST",
                "on",
                today.plusDays(3).toString(),
                "at",
                "13.30",
                "minutes",
                "60",
                "place",
                "<script>alert(1)</script>"));
        assertThat(visitor.post("/cases/" + id + "/plan/meetings/new", script).statusCode())
                .isEqualTo(302);
        var meeting = card().meeting().orElseThrow();
        var page = "/cases/" + id + "/plan/meetings/" + meeting.id() + "/invitees";
        assertThat(visitor.get(page).body())
                .doesNotContain("<script>alert")
                .contains("Går inte att kalla", "/cases/" + id + "/consents", "Ingen e-post skickas härifrån")
                .doesNotContain("får också ett e-brev");
        var forged = visitor.post(page, Map.of("id", UUID.randomUUID().toString(), "who", region.toString()));
        assertThat(forged.body()).contains("Personen har inte sagt ja till att den organisationen");
        assertThat(card().invitees()).hasSize(1);
        for (var who : List.of("named:" + "y".repeat(50_000), "x", "")) {
            assertThat(visitor.post(page, Map.of("id", UUID.randomUUID().toString(), "who", who))
                            .statusCode())
                    .isIn(200, 422);
        }
    }
}
