package se.framsteg.retention;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.framsteg.rights.Extracts;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Id;

/**
 * Disposes of what has been approved, case by case: each is written to the archive first where its organisation asks for that, and
 * then taken out of the database in one transaction. Wherever it is interrupted, each case is there whole or gone, and the next
 * run goes on.
 */
@Component
class Disposal {
    private static final Logger LOG = LoggerFactory.getLogger(Disposal.class);

    private final DisposalSteps steps;
    private final Extracts extracts;
    private final Archive archive;

    Disposal(DisposalSteps steps, Extracts extracts, Archive archive) {
        this.steps = steps;
        this.extracts = extracts;
        this.archive = archive;
    }

    void run() {
        archive.clearUp();
        for (var list : steps.unfinished()) {
            if (!list.archive() || archive.there()) {
                run(list);
            }
        }
    }

    private void run(DisposalSteps.Approved list) {
        switch (list.what()) {
            case CASES -> {
                steps.cases(list).forEach(id -> attempt(id, () -> dispose(list, id)));
                steps.mix(list.association());
            }
            case REFERRALS -> steps.referrals(list).forEach(id -> attempt(id, () -> steps.dispose(id)));
        }
        steps.finish(list);
    }

    /** One that fails does not keep the others: it is tried again at the next run. */
    private static void attempt(Id id, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("{} could not be disposed of: {}", id, e.getClass().getName());
        }
    }

    private void dispose(DisposalSteps.Approved list, CaseId id) {
        var found = steps.read(id);
        if (found.isEmpty()) {
            steps.dispose(id, "");
            return;
        }
        var doomed = found.get();
        if (list.archive() && doomed.mayGo()) {
            archive.write(list.organisation(), extracts.forArchive(id));
        }
        var outcome = steps.dispose(id, doomed.asRead());
        if (list.archive() && outcome.stillThere()) {
            archive.remove(list.organisation(), doomed.number());
        }
    }
}
