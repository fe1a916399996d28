package se.framsteg.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.NamesInText;
import se.framsteg.cases.Result;
import se.framsteg.cases.Result.Refusal;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.initiative.calendar.ReportPeriod.Kind;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.report.Report.Signed;
import se.framsteg.report.Report.State;
import se.framsteg.report.content.Block;
import se.framsteg.report.content.Chapter;
import se.framsteg.report.content.ReportContent;
import se.framsteg.report.content.ReportContents;
import se.framsteg.report.content.Span;
import se.framsteg.shared.Identifying;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;

/**
 * The door to reports. Leads of the initiative write, check and release them. Its figures are those of the day until somebody has checked
 * it, and stay what they were then; what is released is corrected by a new edition alone.
 */
@Component
public class Reports {
    private static final List<String> LANGUAGES = List.of("sv", "en");

    /** Longer than this is a slip of the pen. */
    static final int LONGEST_YEARS = 10;

    private final Guard guard;
    private final ReportStore reports;
    private final ReportContents contents;
    private final InitiativeRegister initiatives;
    private final StaffRegister staff;
    private final NamesInText named;
    private final Clock clock;

    Reports(
            Guard guard,
            ReportStore reports,
            ReportContents contents,
            InitiativeRegister initiatives,
            StaffRegister staff,
            NamesInText named,
            Clock clock) {
        this.guard = guard;
        this.reports = reports;
        this.contents = contents;
        this.initiatives = initiatives;
        this.staff = staff;
        this.named = named;
        this.clock = clock;
    }

    /** Which chapters the reports of an initiative have, of those that it could. */
    public record Layout(Set<Section> offered, Set<Section> chosen, int version) {}

    /**
     * Begins a draft. Beginning the same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @throws NotFoundException unless the actor leads the initiative
     */
    @Transactional
    public Result<ReportId> begin(
            Actor.Staff actor, InitiativeId initiative, ReportId id, Kind kind, LocalDate from, LocalDate to) {
        var permit = guard.permit(actor, Action.WRITE_REPORTS, initiative);
        var refused = faults(from, to);
        if (refused.isEmpty()
                && !reports.begin(id, initiative, kind, from, to, Optional.empty(), actor.id())
                && reports.find(id).isEmpty()) {
            refused = Optional.of(Refusal.of("from", "report.problem.exists"));
        }
        permit.journal(refused.isEmpty() ? Action.WRITE_REPORTS : Action.SEE_REPORTS);
        return refused.<Result<ReportId>>map(one -> new Result.Refused<>(List.of(one)))
                .orElseGet(() -> new Result.Done<>(id));
    }

    private static Optional<Refusal> faults(LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return Optional.of(Refusal.of("to", "report.problem.ends-before-start"));
        }
        return to.isAfter(from.plusYears(LONGEST_YEARS))
                ? Optional.of(Refusal.of("to", "report.problem.long", LONGEST_YEARS))
                : Optional.empty();
    }

    /**
     * A report, and that the actor has opened it if it is released.
     *
     * @throws NotFoundException unless the actor may read it
     */
    @Transactional
    public ReportView see(Actor.Staff actor, ReportId id, String language) {
        var allowed = guard.admit(actor, Action.SEE_REPORT, id);
        var report = reports.find(id).orElseThrow(NotFoundException::new);
        if (report.state() == State.RELEASED && !allowed.contains(Action.CORRECT_REPORT)) {
            reports.read(id, actor.id());
        }
        var content = reports.content(id, language).orElseGet(() -> today(actor, report, language));
        var readers = reports.readers(id);
        var colleagues = staff.colleagues(Stream.concat(
                        readers.keySet().stream(),
                        Stream.of(report.checked(), report.released())
                                .flatMap(Optional::stream)
                                .map(Signed::by))
                .distinct()
                .toList());
        return new ReportView(
                report,
                content,
                empty(content),
                report.to().isBefore(LocalDate.now(clock)),
                report.checked().map(one -> name(colleagues, one)).orElse(""),
                report.released().map(one -> name(colleagues, one)).orElse(""),
                readers.entrySet().stream()
                        .map(one -> {
                            var who = colleagues.getOrDefault(one.getKey(), new StaffRegister.Colleague("", ""));
                            return new ReportView.Reader(who.name(), who.organisation(), one.getValue());
                        })
                        .toList(),
                reports.handed(id),
                allowed);
    }

    /**
     * For other rooms: what one chapter of released reports says, without that anybody has opened them. Guards nothing: to be asked inside the
     * transaction of a guarded door, of reports that the actor may see.
     *
     * @return nothing of those that are not released, or have no such chapter
     */
    public Map<ReportId, List<Block>> told(Collection<ReportId> released, Section section, String language) {
        return reports.contents(released, language).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> one.getValue().chapters().stream()
                                .filter(chapter -> chapter.section() == section)
                                .flatMap(chapter -> chapter.blocks().stream())
                                .toList()));
    }

    private static String name(Map<?, StaffRegister.Colleague> colleagues, Signed signed) {
        return Optional.ofNullable(colleagues.get(signed.by()))
                .map(StaffRegister.Colleague::name)
                .orElse("");
    }

    private ReportContent today(Actor.Staff actor, Report report, String language) {
        var initiative = initiatives.find(report.initiative()).orElseThrow(NotFoundException::new);
        return contents.of(
                new Span(actor, initiative, report.from(), report.to()),
                layout(initiative).chosen(),
                section -> report.words(section).text(),
                language);
    }

    private static Set<Section> empty(ReportContent content) {
        return content.chapters().stream()
                .filter(Chapter::empty)
                .map(Chapter::section)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
    }

    /**
     * Saves what somebody has written in a chapter.
     *
     * @param version of the words as they were; 0 if there were none
     * @return refused if the words tell of a person, or the report has no such chapter any longer
     * @throws NotFoundException unless the actor leads the initiative and the report is not released
     */
    @Transactional
    public Result<ReportId> write(Actor.Staff actor, ReportId id, Section section, String words, int version) {
        var permit = guard.permit(actor, Action.WRITE_REPORT, id);
        if (!Identifying.in(words).isEmpty()) {
            permit.journal(Action.SEE_REPORT);
            return Result.refused("words", "report.problem.identifying");
        }
        if (named.any(actor, words)) {
            permit.journal(Action.SEE_REPORT);
            return Result.refused("words", "report.problem.named");
        }
        reports.lock(id);
        var report = reports.find(id).orElseThrow(NotFoundException::new);
        if (report.state() != State.DRAFT) {
            permit.journal(Action.SEE_REPORT);
            return Result.refused("words", "report.problem.checked");
        }
        if (!layout(initiatives.find(report.initiative()).orElseThrow())
                .chosen()
                .contains(section)) {
            permit.journal(Action.SEE_REPORT);
            return Result.refused("words", "report.problem.no-chapter");
        }
        if (!reports.write(id, section, words, version, actor.id())) {
            permit.journal(Action.SEE_REPORT);
            return new Result.Stale<>();
        }
        // Who checks it says that of the words that they have seen.
        reports.touch(id);
        permit.journal(Action.WRITE_REPORT);
        return new Result.Done<>(id);
    }

    /**
     * Says that the report is right: what it says stays as it is from now on. All of it is looked at once, so that it says the same in
     * every language.
     *
     * @return refused with each chapter that says nothing, and if its period has not ended
     * @throws NotFoundException unless the actor leads the initiative and the report is not released
     * @throws ConcurrencyFailureException if somebody was writing in it meanwhile
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Result<ReportId> check(Actor.Staff actor, ReportId id, int version) {
        var permit = guard.permit(actor, Action.WRITE_REPORT, id);
        reports.lock(id);
        var report = reports.find(id).orElseThrow(NotFoundException::new);
        var checked = LANGUAGES.stream().collect(Collectors.toMap(one -> one, one -> today(actor, report, one)));
        var refusals = unready(actor, report, checked.values());
        if (!refusals.isEmpty()) {
            permit.journal(Action.SEE_REPORT);
            return new Result.Refused<>(refusals);
        }
        if (!reports.check(id, version, checked, actor.id())) {
            permit.journal(Action.SEE_REPORT);
            return new Result.Stale<>();
        }
        permit.journal(Action.CHECK_REPORT);
        return new Result.Done<>(id);
    }

    private List<Refusal> unready(Actor.Staff actor, Report report, Collection<ReportContent> checked) {
        if (!report.to().isBefore(LocalDate.now(clock))) {
            return List.of(Refusal.of("", "report.problem.not-ended"));
        }
        var empty = checked.stream()
                .flatMap(content -> empty(content).stream())
                .distinct()
                .sorted()
                .map(section -> Refusal.of("chapter-" + section, "report.problem.empty." + section));
        // What fills itself in was typed elsewhere, where it did not leave the house.
        var telling = checked.stream()
                .flatMap(content -> content.chapters().stream())
                .filter(chapter -> tellsOfSomebody(actor, chapter.typed()))
                .map(Chapter::section)
                .distinct()
                .map(section -> Refusal.of("chapter-" + section, "report.problem.telling"));
        return Stream.concat(empty, telling).toList();
    }

    /** Makes a draft of a checked report again. Says whether it did: not if somebody else was before. */
    @Transactional
    public boolean reopen(Actor.Staff actor, ReportId id, int version) {
        guard.admit(actor, Action.WRITE_REPORT, id);
        return reports.reopen(id, version);
    }

    /** Releases a checked report. Says whether it did: not if it is not checked, or somebody else was before. */
    @Transactional
    public boolean release(Actor.Staff actor, ReportId id, int version) {
        var permit = guard.permit(actor, Action.WRITE_REPORT, id);
        var done = reports.release(id, version, actor.id());
        permit.journal(done ? Action.RELEASE_REPORT : Action.SEE_REPORT);
        return done;
    }

    /** Throws a draft away. Says whether it did: not if it is checked, or somebody else was before. */
    @Transactional
    public boolean drop(Actor.Staff actor, ReportId id, int version) {
        var permit = guard.permit(actor, Action.WRITE_REPORT, id);
        var done = reports.drop(id, version);
        permit.journal(done ? Action.DROP_REPORT : Action.SEE_REPORT);
        return done;
    }

    /**
     * Begins the next edition of a released report, with its words.
     *
     * @param next a new one
     * @return the one that is being written, if somebody has begun already
     * @throws NotFoundException unless the actor leads the initiative, and the report is released and not corrected already
     */
    @Transactional
    public ReportId correct(Actor.Staff actor, ReportId id, ReportId next) {
        guard.admit(actor, Action.CORRECT_REPORT, id);
        var report = reports.find(id).filter(one -> one.correctedBy().isEmpty()).orElseThrow(NotFoundException::new);
        if (reports.begin(
                next,
                report.initiative(),
                report.kind(),
                report.from(),
                report.to(),
                Optional.of(report),
                actor.id())) {
            reports.copyWords(id, next, actor.id());
            return next;
        }
        return reports.of(report.initiative()).stream()
                .filter(one -> one.corrects().equals(Optional.of(id)))
                .map(Report::id)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Writes down to whom a released report has been handed.
     *
     * @param form new for each form, and the same when it is sent twice
     * @return refused if the receiver is told so that it points out a person, or the day is before the release or after today
     */
    @Transactional
    public Result<ReportId> hand(Actor.Staff actor, ReportId id, UUID form, ReportView.Handed handed) {
        var permit = guard.permit(actor, Action.CORRECT_REPORT, id);
        var report = reports.find(id).orElseThrow(NotFoundException::new);
        var refusals = new ArrayList<Refusal>();
        if (tellsOfSomebody(actor, handed.receiver())) {
            refusals.add(Refusal.of("receiver", "report.handed.identifying"));
        }
        if (handed.on().isAfter(LocalDate.now(clock)) || handed.on().isBefore(releasedOn(report))) {
            refusals.add(Refusal.of("on", "report.handed.day"));
        }
        if (!refusals.isEmpty()) {
            permit.journal(Action.SEE_REPORT);
            return new Result.Refused<>(refusals);
        }
        reports.hand(form, id, handed, actor.id());
        permit.journal(Action.CORRECT_REPORT);
        return new Result.Done<>(id);
    }

    private static LocalDate releasedOn(Report report) {
        return report.released()
                .map(one -> LocalDate.ofInstant(one.at(), Time.SWEDEN))
                .orElseThrow(NotFoundException::new);
    }

    private boolean tellsOfSomebody(Actor.Staff actor, String words) {
        return !Identifying.in(words).isEmpty() || named.any(actor, words);
    }

    /** @throws NotFoundException unless the actor leads the initiative */
    @Transactional
    public Layout layout(Actor.Staff actor, InitiativeId id) {
        guard.admit(actor, Action.WRITE_REPORTS, id);
        return layout(initiatives.find(id).orElseThrow(NotFoundException::new));
    }

    private Layout layout(Initiative initiative) {
        var offered = Section.offered(initiative.structural());
        var chosen = reports.layout(initiative.id());
        var sections = EnumSet.copyOf(offered);
        chosen.ifPresent(one -> sections.retainAll(one.sections()));
        return new Layout(
                offered, sections, chosen.map(ReportStore.Layout::version).orElse(0));
    }

    /** Chooses the chapters of reports that are not checked yet. Says whether it did: not if somebody else has chosen meanwhile. */
    @Transactional
    public boolean setLayout(Actor.Staff actor, InitiativeId id, Set<Section> sections, int version) {
        guard.admit(actor, Action.WRITE_REPORTS, id);
        var set = reports.setLayout(id, sections, version, actor.id());
        if (set) {
            reports.touchDrafts(id);
        }
        return set;
    }
}
