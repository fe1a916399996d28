package se.framsteg.pathway.sheet;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.framsteg.cases.Result;
import se.framsteg.pathway.method.Worksheet;
import se.framsteg.pathway.steps.Followed;
import se.framsteg.pathway.steps.FollowedId;
import se.framsteg.pathway.steps.FollowedSteps;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;

/** How a worksheet is written, whoever writes: the person alone, or together with whoever has the case. */
@Component
class Writing {
    private final SheetStore sheets;
    private final FollowedSteps steps;

    Writing(SheetStore sheets, FollowedSteps steps) {
        this.sheets = sheets;
        this.steps = steps;
    }

    static Worksheet worksheet(Followed followed, String key) {
        return followed.pathway().worksheet(key).orElseThrow(NotFoundException::new);
    }

    /**
     * Begins one. The same once more changes nothing; something else under the same id, as when somebody went back and changed what they had
     * sent, is written on it. Stale if the case does not go by the pathway any more, or if more has been written on it since.
     */
    Result<WorksheetId> begin(
            SheetStore.Begun begun, WorksheetId id, FollowedId followedId, String key, Answers answers) {
        worksheet(steps.ever(begun.caseId(), followedId).orElseThrow(NotFoundException::new), key);
        if (answers.isEmpty()) {
            return Result.refused("", "worksheet.empty");
        }
        steps.find(begun.caseId(), followedId)
                .filter(Followed::isOpen)
                .ifPresent(followed -> sheets.begin(begun, id, followed.pathwayId(), key, answers));
        return sheets.find(begun.caseId(), id)
                .filter(one -> one.worksheet().key().equals(key))
                .map(_ -> write(begun.caseId(), id, 1, answers, begun.by()))
                .orElseGet(Result.Stale::new);
    }

    /**
     * Writes again, as a new version. What is the same as it was makes none.
     *
     * @param number of the version that was there when the writing began
     */
    Result<WorksheetId> write(CaseId caseId, WorksheetId id, int number, Answers answers, Optional<StaffId> by) {
        var sheet = sheets.find(caseId, id).orElseThrow(NotFoundException::new);
        if (answers.isEmpty()) {
            return Result.refused("", "worksheet.empty");
        }
        if (sheet.latest().answers().equals(answers)) {
            return new Result.Done<>(id);
        }
        return sheet.latest().number() == number && sheets.write(id, number + 1, answers, by)
                ? new Result.Done<>(id)
                : new Result.Stale<>();
    }
}
