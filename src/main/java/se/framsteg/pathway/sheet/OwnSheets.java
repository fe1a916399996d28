package se.framsteg.pathway.sheet;

import java.util.List;
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
import se.framsteg.pathway.steps.Followed;
import se.framsteg.pathway.steps.FollowedId;
import se.framsteg.pathway.steps.FollowedSteps;
import se.framsteg.shared.NotFoundException;

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

    OwnSheets(OwnDoor door, SheetStore sheets, Writing writing, FollowedSteps steps) {
        this.door = door;
        this.sheets = sheets;
        this.writing = writing;
        this.steps = steps;
    }

    /**
     * The own worksheets, and the pathways that they belong to.
     *
     * @param followed the latest first
     * @param sheets the one that was written on last first
     */
    public record View(Standing standing, List<Followed> followed, List<Sheet> sheets) {
        public View {
            followed = List.copyOf(followed);
            sheets = List.copyOf(sheets);
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

        /** @throws NotFoundException if the case does not go by it */
        public Followed followed(FollowedId id) {
            return now().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(NotFoundException::new);
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
        return new View(door.standing(facts), steps.of(facts.id()), sheets.of(facts.id()));
    }

    /**
     * Begins a worksheet, which the person has to themselves. The same once more changes nothing.
     *
     * @param id a new one; the same when the same form is sent twice
     * @return stale if the person can’t write now, or if something else has been saved under the id
     * @throws NotFoundException on a device that was handed over, or if there is no such worksheet
     */
    @Transactional
    public Result<WorksheetId> begin(
            Actor.Respondent participant, WorksheetId id, FollowedId followed, String key, Answers answers) {
        return changing(participant, Action.WRITE_WORKSHEET, facts -> {
            var begun = new SheetStore.Begun(facts.association(), facts.id(), Optional.empty());
            return writing.begin(begun, id, view(facts).followed(followed), key, answers);
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
            sheets.find(facts.id(), id).orElseThrow(NotFoundException::new);
            sheets.takeBack(id);
            return new Result.Done<>(id);
        });
    }

    private <T> Result<T> changing(Actor.Respondent participant, Action change, Function<CaseFacts, Result<T>> work) {
        return door.change(participant, change, Action.SEE_WORKSHEET, work);
    }
}
