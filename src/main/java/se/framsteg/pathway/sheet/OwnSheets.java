package se.framsteg.pathway.sheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.CaseFacts;
import se.framsteg.cases.Result;
import se.framsteg.cases.own.OwnDoor;
import se.framsteg.cases.own.Standing;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.pathway.method.Worksheet;
import se.framsteg.pathway.steps.Followed;
import se.framsteg.pathway.steps.FollowedId;
import se.framsteg.pathway.steps.FollowedSteps;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;

/**
 * The person’s door to the own worksheets, on the own phone: writes them, shares them and takes them back. Shut on a device that was handed
 * over, which is the caseworker’s.
 */
@Component
public class OwnSheets {
    private final OwnDoor door;
    private final SheetStore sheets;
    private final Writing writing;
    private final FollowedSteps steps;
    private final StaffRegister staff;

    OwnSheets(OwnDoor door, SheetStore sheets, Writing writing, FollowedSteps steps, StaffRegister staff) {
        this.door = door;
        this.sheets = sheets;
        this.writing = writing;
        this.steps = steps;
        this.staff = staff;
    }

    /**
     * The own worksheets, and the pathways that they belong to.
     *
     * @param followed the latest first
     * @param sheets the one that was written on last first
     * @param names of those who have written together with the person
     */
    public record View(Standing standing, List<Followed> followed, List<Sheet> sheets, Map<StaffId, String> names) {
        public View {
            followed = List.copyOf(followed);
            sheets = List.copyOf(sheets);
            names = Map.copyOf(names);
        }

        public boolean writable() {
            return standing == Standing.OPEN;
        }

        /** The pathways that the case goes by now. */
        public List<Followed> now() {
            return followed.stream().filter(Followed::isOpen).toList();
        }

        /** @throws NotFoundException if the person has none such */
        public Sheet sheet(WorksheetId id) {
            return sheets.stream()
                    .filter(one -> one.id().equals(id))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
        }

        /** Who wrote the version together with the person; empty if the person wrote it. */
        public Optional<String> together(Sheet.Version version) {
            return version.savedBy().map(one -> names.getOrDefault(one, ""));
        }
    }

    /** A worksheet that the person is about to begin. */
    public record Blank(View view, Followed followed, Worksheet worksheet) {
        /** Whether it can be begun now. */
        public boolean writable() {
            return view.writable() && view.now().contains(followed);
        }
    }

    /** @throws NotFoundException on a device that was handed over */
    @Transactional
    public View see(Actor.Respondent participant) {
        return view(door.admit(participant, Action.SEE_WORKSHEET));
    }

    /** The same, to print one of them. */
    @Transactional
    public View print(Actor.Respondent participant) {
        return view(door.admit(participant, Action.PRINT_WORKSHEET));
    }

    private View view(CaseFacts facts) {
        var all = sheets.of(facts.id());
        return new View(door.standing(facts), steps.of(facts.id()), all, staff.names(Sheets.by(all)));
    }

    /**
     * A worksheet of a pathway that the case goes or went by.
     *
     * @throws NotFoundException on a device that was handed over, or if there is none such
     */
    @Transactional
    public Blank blank(Actor.Respondent participant, FollowedId id, String key) {
        var facts = door.admit(participant, Action.SEE_WORKSHEET);
        var followed = steps.ever(facts.id(), id).orElseThrow(NotFoundException::new);
        return new Blank(view(facts), followed, Writing.worksheet(followed, key));
    }

    /**
     * Begins a worksheet, which the person has to themselves. The same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @return stale if the person can’t write now, if the case does not go by the pathway any more, or if more has been written on
     *     it since
     * @throws NotFoundException on a device that was handed over, or if there is no such worksheet
     */
    @Transactional
    public Result<WorksheetId> begin(
            Actor.Respondent participant, WorksheetId id, FollowedId followed, String key, Answers answers) {
        return changing(participant, Action.WRITE_WORKSHEET, facts -> {
            var begun = new SheetStore.Begun(facts.association(), facts.id(), Optional.empty());
            return writing.begin(begun, id, followed, key, answers);
        });
    }

    /**
     * Writes on a worksheet, as a new version.
     *
     * @param number of the version that was there when the writing began
     * @return stale if somebody has written since, or if the person can’t write now
     * @throws NotFoundException on a device that was handed over, or if the person has no such worksheet
     */
    @Transactional
    public Result<WorksheetId> write(Actor.Respondent participant, WorksheetId id, int number, Answers answers) {
        return changing(
                participant,
                Action.WRITE_WORKSHEET,
                facts -> writing.write(facts.id(), id, number, answers, Optional.empty()));
    }

    /**
     * Lets whoever has the case, and whom the person has said yes to, read it as it stands and as it is written from now on. What stood on
     * it earlier stays the person’s own.
     *
     * @return stale if the person can’t write now
     * @throws NotFoundException on a device that was handed over, or if the person has no such worksheet
     */
    @Transactional
    public Result<WorksheetId> share(Actor.Respondent participant, WorksheetId id) {
        return changing(participant, Action.SHARE_WORKSHEET, facts -> {
            var sheet = sheets.find(facts.id(), id).orElseThrow(NotFoundException::new);
            sheets.share(id, sheet.latest().number());
            return new Result.Done<>(id);
        });
    }

    /**
     * The person has it to themselves again: also after the case has ended, and while it is restricted.
     *
     * @throws NotFoundException on a device that was handed over, or if the person has no such worksheet
     */
    @Transactional
    public void takeBack(Actor.Respondent participant, WorksheetId id) {
        changing(participant, Action.TAKE_BACK_WORKSHEET, facts -> {
            if (sheets.find(facts.id(), id).isEmpty()) {
                throw new NotFoundException();
            }
            sheets.takeBack(id);
            return new Result.Done<>(id);
        });
    }

    private <T> Result<T> changing(Actor.Respondent participant, Action change, Function<CaseFacts, Result<T>> work) {
        return door.change(participant, change, Action.SEE_WORKSHEET, work);
    }
}
