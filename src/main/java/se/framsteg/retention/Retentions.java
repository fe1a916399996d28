package se.framsteg.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.Result;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.organisation.Directory;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Secrets;
import se.framsteg.shared.StaffId;

/**
 * The door by which an organisation's administrator sets how long cases are kept, sees what is to go and when, and approves it. By
 * case numbers alone: nothing of what is in a case.
 */
@Component
public class Retentions {
    private final Guard guard;
    private final RetentionTable table;
    private final Disposals disposals;
    private final Archive archive;
    private final Names names;
    private final Clock clock;

    Retentions(Guard guard, RetentionTable table, Disposals disposals, Archive archive, Names names, Clock clock) {
        this.guard = guard;
        this.table = table;
        this.disposals = disposals;
        this.archive = archive;
        this.names = names;
        this.clock = clock;
    }

    /** What is needed of other rooms. */
    @Component
    record Names(Directory directory, InitiativeRegister initiatives, StaffRegister staff) {}

    /**
     * How the actor's organisation keeps and disposes of its cases.
     *
     * @param due what may go now and has not been approved yet
     * @param kept what might go now, if it were not held or restricted; and what is held and goes later
     * @param later how many may go in each year to come
     * @param ended how many cases have ended altogether
     * @param receipts the latest first
     * @param folder whether there is an archive folder
     * @param list tells this list of due cases from any other
     */
    public record View(
            String organisation,
            KeepingRule rule,
            List<EndedCase> due,
            List<EndedCase> kept,
            SortedMap<Integer, Integer> later,
            int ended,
            List<Receipt> receipts,
            boolean folder,
            String list,
            Map<InitiativeId, String> initiatives,
            Map<StaffId, String> people) {

        /** Whether something that has been approved can't go, because it is to be archived and there is no folder. */
        public boolean waitsForFolder() {
            return !folder && receipts.stream().anyMatch(receipt -> receipt.archive() && receipt.left() > 0);
        }
    }

    /** @throws NotFoundException unless the actor is the organisation's administrator */
    @Transactional
    public View see(Actor.Staff actor) {
        guard.admit(actor, Action.MANAGE_RETENTION, new Retention(actor.organisation()));
        var organisation = names.directory().organisation(actor, actor.organisation());
        var today = LocalDate.now(clock);
        var ended = table.ended(actor.organisation());
        var due = due(ended, today);
        var later = new TreeMap<Integer, Integer>();
        ended.stream()
                .filter(one -> !one.due(today) && !one.kept())
                .forEach(one -> later.merge(one.mayGoOn().getYear(), 1, Integer::sum));
        var receipts = disposals.of(actor.organisation());
        return new View(
                organisation.name(),
                table.rule(actor.organisation(), organisation.kind()),
                due,
                ended.stream().filter(EndedCase::kept).toList(),
                later,
                table.countEnded(actor.organisation()),
                receipts,
                archive.there(),
                named(due),
                initiatives(ended, receipts),
                names.staff().names(receipts.stream().map(Receipt::approvedBy).toList()));
    }

    private Map<InitiativeId, String> initiatives(List<EndedCase> ended, List<Receipt> receipts) {
        var ids = new java.util.HashSet<InitiativeId>();
        ended.forEach(one -> ids.add(one.initiative()));
        receipts.forEach(receipt -> receipt.counts().forEach(count -> ids.add(count.initiative())));
        return names.initiatives().names(List.copyOf(ids));
    }

    private static List<EndedCase> due(List<EndedCase> ended, LocalDate today) {
        return ended.stream()
                .filter(one -> one.due(today) && !one.kept() && !one.underWay())
                .toList();
    }

    private static String named(List<EndedCase> due) {
        var ids = due.stream().map(one -> one.id().toString()).sorted().toList();
        return HexFormat.of().formatHex(Secrets.hash(String.join(" ", ids)));
    }

    /**
     * Sets how long cases are kept.
     *
     * @param version of the rule that this one takes the place of
     * @param years at least the fewest that the law allows for the kind of organisation
     * @throws NotFoundException unless the actor is the organisation's administrator
     */
    @Transactional
    public Result<Integer> set(Actor.Staff actor, int version, int years, CountsFrom countsFrom, boolean archived) {
        guard.admit(actor, Action.MANAGE_RETENTION, new Retention(actor.organisation()));
        var kind = names.directory().organisation(actor, actor.organisation()).kind();
        var fewest = table.rule(actor.organisation(), kind).fewest();
        if (years < fewest || years > KeepingRule.MOST) {
            return Result.refused("years", "form.number", fewest, KeepingRule.MOST);
        }
        return table.set(actor, version, years, countsFrom, archived) ? new Result.Done<>(years) : new Result.Stale<>();
    }

    /**
     * Approves that what is due is disposed of: the very list that was shown. Stale if it is another by now.
     *
     * @param list as in the view that was shown
     * @throws NotFoundException unless the actor is the organisation's administrator
     */
    @Transactional
    public Result<Integer> approve(Actor.Staff actor, String list) {
        guard.admit(actor, Action.MANAGE_RETENTION, new Retention(actor.organisation()));
        disposals.lock(actor.organisation());
        var kind = names.directory().organisation(actor, actor.organisation()).kind();
        var due = due(table.ended(actor.organisation()), LocalDate.now(clock));
        if (due.isEmpty() || !named(due).equals(list)) {
            return new Result.Stale<>();
        }
        disposals.approve(actor, table.rule(actor.organisation(), kind), due);
        return new Result.Done<>(due.size());
    }
}
