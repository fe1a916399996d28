package se.framsteg.pathway.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.CaseDoor;
import se.framsteg.cases.Result;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.pathway.method.Pathway;
import se.framsteg.pathway.method.Worksheet;
import se.framsteg.pathway.steps.Followed;
import se.framsteg.pathway.steps.FollowedId;
import se.framsteg.pathway.steps.FollowedSteps;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.PathwayId;
import se.framsteg.shared.StaffId;

/**
 * The staff’s door to a person’s worksheets: to those that the person shares, and no others. Whoever has the case writes on them together
 * with the person; whom the person has said yes to reads what the person shares themselves. No lead and no emergency opens them.
 */
@Component
public class Sheets {
    private final Guard guard;
    private final CaseDoor door;
    private final SheetStore sheets;
    private final Writing writing;
    private final FollowedSteps steps;
    private final StaffRegister staff;

    Sheets(Guard guard, CaseDoor door, SheetStore sheets, Writing writing, FollowedSteps steps, StaffRegister staff) {
        this.guard = guard;
        this.door = door;
        this.sheets = sheets;
        this.writing = writing;
        this.steps = steps;
        this.staff = staff;
    }

    /**
     * The shared worksheets of a case.
     *
     * @param sheets the one that was written on last first
     * @param names of those who have written together with the person
     */
    public record View(List<Sheet> sheets, Map<StaffId, String> names) {
        public View {
            sheets = List.copyOf(sheets);
            names = Map.copyOf(names);
        }

        /** Those of a pathway that are of this kind. */
        public List<Sheet> of(Pathway pathway, String worksheet) {
            return sheets.stream()
                    .filter(one -> one.pathway().key().equals(pathway.key())
                            && one.worksheet().key().equals(worksheet))
                    .toList();
        }
    }

    /**
     * A worksheet before anything is written on it.
     *
     * @param open whether the case goes by the pathway now
     */
    public record Blank(Followed followed, Worksheet worksheet, boolean open) {}

    /** @throws NotFoundException if no worksheets of the case are open to the actor */
    @Transactional
    public View all(Actor.Staff actor, CaseId caseId) {
        guard.admit(actor, Action.SEE_WORKSHEET, caseId);
        return view(shared(caseId));
    }

    /** @throws NotFoundException if the person shares none such with the actor */
    @Transactional
    public View see(Actor.Staff actor, CaseId caseId, WorksheetId id) {
        return see(actor, Action.SEE_WORKSHEET, caseId, id);
    }

    /** The same, to print it. */
    @Transactional
    public View print(Actor.Staff actor, CaseId caseId, WorksheetId id) {
        return see(actor, Action.PRINT_WORKSHEET, caseId, id);
    }

    private View see(Actor.Staff actor, Action look, CaseId caseId, WorksheetId id) {
        guard.admit(actor, look, caseId);
        return view(List.of(shared(caseId).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new)));
    }

    private List<Sheet> shared(CaseId caseId) {
        return sheets.of(caseId).stream().flatMap(one -> one.shared().stream()).toList();
    }

    private View view(List<Sheet> seen) {
        return new View(seen, staff.names(by(seen)));
    }

    /** Who has written together with the person. */
    static List<StaffId> by(List<Sheet> sheets) {
        return sheets.stream()
                .flatMap(sheet -> sheet.versions().stream())
                .flatMap(version -> version.savedBy().stream())
                .toList();
    }

    /**
     * A worksheet of a pathway that the case goes or went by, to print or to begin.
     *
     * @throws NotFoundException if there is none such, or if no worksheets of the case are open to the actor
     */
    @Transactional
    public Blank blank(Actor.Staff actor, CaseId caseId, FollowedId followed, String key) {
        guard.admit(actor, Action.SEE_WORKSHEET, caseId);
        return blank(caseId, followed, key);
    }

    private Blank blank(CaseId caseId, FollowedId id, String key) {
        var followed = steps.ever(caseId, id).orElseThrow(NotFoundException::new);
        var open = steps.find(caseId, id).filter(Followed::isOpen).isPresent();
        return new Blank(followed, Writing.worksheet(followed, key), open);
    }

    /**
     * What is asked on a worksheet of a pathway that the case goes or went by, whether or not the person shares one: to give back what was
     * written on one that has been taken back.
     *
     * @throws NotFoundException if no worksheets of the case are open to the actor
     */
    @Transactional
    public Optional<Worksheet> asked(Actor.Staff actor, CaseId caseId, PathwayId pathway, String key) {
        guard.admit(actor, Action.SEE_WORKSHEET, caseId);
        return steps.ever(caseId).stream()
                .filter(one -> one.pathwayId().equals(pathway))
                .findFirst()
                .flatMap(one -> one.pathway().worksheet(key));
    }

    /**
     * Begins a worksheet together with the person. It is shared from the beginning. The same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @return stale if the case has ended or does not go by the pathway any more, or if more has been written on it since
     * @throws NotFoundException if the actor may not, or if there is no such worksheet
     */
    @Transactional
    public Result<WorksheetId> begin(
            Actor.Staff actor, CaseId caseId, WorksheetId id, FollowedId followed, String key, Answers answers) {
        return door.change(actor, Action.WRITE_WORKSHEET, Action.SEE_WORKSHEET, caseId, () -> {
            var begun = new SheetStore.Begun(actor.association(), caseId, Optional.of(actor.id()));
            return writing.begin(begun, id, followed, key, answers);
        });
    }

    /**
     * Writes on a worksheet together with the person, as a new version.
     *
     * @param number of the version that was there when the writing began
     * @return stale if somebody has written since, or if the case has ended
     * @throws NotFoundException if the actor may not, or if the person shares none such
     */
    @Transactional
    public Result<WorksheetId> write(Actor.Staff actor, CaseId caseId, WorksheetId id, int number, Answers answers) {
        return door.change(
                actor,
                Action.WRITE_WORKSHEET,
                Action.SEE_WORKSHEET,
                caseId,
                () -> writing.write(caseId, id, number, answers, Optional.of(actor.id())));
    }

    /**
     * The person has said that they want it to themselves. The actor does not see it after that.
     *
     * @throws NotFoundException if the actor may not, or if the person shares none such
     */
    @Transactional
    public void takeBack(Actor.Staff actor, CaseId caseId, WorksheetId id) {
        guard.admit(actor, Action.TAKE_BACK_WORKSHEET, caseId);
        if (sheets.find(caseId, id).isEmpty() || !sheets.takeBackForPerson(id)) {
            throw new NotFoundException();
        }
    }
}
