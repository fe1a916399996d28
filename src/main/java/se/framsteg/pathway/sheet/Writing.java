package se.framsteg.pathway.sheet;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.framsteg.cases.Result;
import se.framsteg.pathway.method.Worksheet;
import se.framsteg.pathway.steps.Followed;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.StaffId;

/** How a worksheet is written, whoever writes: the person alone, or together with whoever has the case. */
@Component
class Writing {
    private final SheetStore sheets;

    Writing(SheetStore sheets) {
        this.sheets = sheets;
    }

    static Worksheet worksheet(Followed followed, String key) {
        return followed.pathway().worksheet(key).orElseThrow(NotFoundException::new);
    }

    /** Begins one. The same once more changes nothing. Stale if something else has been saved under the id. */
    Result<WorksheetId> begin(SheetStore.Begun begun, WorksheetId id, Followed followed, String key, Answers answers) {
        worksheet(followed, key);
        if (answers.isEmpty()) {
            return Result.refused("", "worksheet.empty");
        }
        sheets.begin(begun, id, followed.pathwayId(), key, answers);
        var saved = sheets.find(begun.caseId(), id)
                .filter(one -> one.worksheet().key().equals(key))
                .map(Sheet::latest);
        return saved.filter(one -> one.answers().equals(answers)).isPresent()
                ? new Result.Done<>(id)
                : new Result.Stale<>();
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
