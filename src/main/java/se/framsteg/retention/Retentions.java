package se.framsteg.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.cases.Result;
import se.framsteg.initiative.InitiativeRegister;
import se.framsteg.organisation.Directory;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.Id;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Secrets;
import se.framsteg.shared.StaffId;

/**
 * The door by which an organisation's administrator sets how long cases and referrals are kept, sees what is to go and when, and
 * approves it. By numbers alone: nothing of what is in them.
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
     * @param dueReferrals the same of referrals that became no case
     * @param waiting what has been approved and has not gone yet, by number
     * @param waitingReferrals the same of referrals, by reference
     * @param restricted what is not disposed of because the person has asked that nothing is done with it
     * @param held what is on hold
     * @param later how many may go in each year to come
     * @param ended how many cases have ended altogether
     * @param receipts the latest first
     * @param folder whether there is an archive folder
     * @param list tells this list of due cases from any other
     * @param referralList the same of due referrals
     */
    public record View(
            String organisation,
            KeepingRule rule,
            List<EndedCase> due,
            List<OldReferral> dueReferrals,
            List<String> waiting,
            List<String> waitingReferrals,
            List<EndedCase> restricted,
            List<Held> held,
            SortedMap<Integer, Integer> later,
            int ended,
            List<Receipt> receipts,
            boolean folder,
            String list,
            String referralList,
            Map<InitiativeId, String> initiatives,
            Map<StaffId, String> people,
            LocalDate today) {

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
        var referrals = table.referrals(actor.organisation());
        var dueReferrals = dueReferrals(referrals, today);
        var held = table.held(actor.organisation());
        var receipts = disposals.of(actor.organisation());
        return new View(
                organisation.name(),
                table.rule(actor.organisation(), organisation.kind()),
                due,
                dueReferrals,
                ended.stream()
                        .filter(EndedCase::underWay)
                        .map(EndedCase::number)
                        .toList(),
                referrals.stream()
                        .filter(OldReferral::underWay)
                        .map(OldReferral::reference)
                        .toList(),
                ended.stream().filter(EndedCase::restricted).toList(),
                held,
                later,
                table.countEnded(actor.organisation()),
                receipts,
                archive.there(),
                named(due.stream().map(EndedCase::id)),
                named(dueReferrals.stream().map(OldReferral::id)),
                initiatives(ended, dueReferrals, held, receipts),
                names.staff()
                        .names(Stream.concat(
                                        receipts.stream().flatMap(Receipt::people),
                                        held.stream().map(Held::by))
                                .distinct()
                                .toList()),
                today);
    }

    private Map<InitiativeId, String> initiatives(
            List<EndedCase> ended, List<OldReferral> referrals, List<Held> held, List<Receipt> receipts) {
        var ids = new HashSet<InitiativeId>();
        ended.forEach(one -> ids.add(one.initiative()));
        referrals.forEach(one -> ids.add(one.initiative()));
        held.forEach(one -> ids.add(one.initiative()));
        receipts.forEach(receipt -> receipt.counts().forEach(count -> ids.add(count.initiative())));
        return names.initiatives().names(List.copyOf(ids));
    }

    private static List<EndedCase> due(List<EndedCase> ended, LocalDate today) {
        return ended.stream()
                .filter(one -> one.due(today) && !one.kept() && !one.underWay())
                .toList();
    }

    private static List<OldReferral> dueReferrals(List<OldReferral> referrals, LocalDate today) {
        return referrals.stream()
                .filter(one -> one.due(today) && !one.held() && !one.underWay())
                .toList();
    }

    private static String named(Stream<? extends Id> due) {
        var ids = due.map(Id::toString).sorted().toList();
        return HexFormat.of().formatHex(Secrets.hash(String.join(" ", ids)));
    }

    /**
     * How long an organisation wants to keep what it has.
     *
     * @param years at least the fewest that the law allows for the kind of organisation
     * @param referralYears of referrals that became no case; at least as many
     */
    public record Rule(int years, CountsFrom countsFrom, boolean archive, int referralYears) {}

    /**
     * Sets how long cases and referrals are kept.
     *
     * @param version of the rule that this one takes the place of
     * @throws NotFoundException unless the actor is the organisation's administrator
     */
    @Transactional
    public Result<Integer> set(Actor.Staff actor, int version, Rule rule) {
        guard.admit(actor, Action.MANAGE_RETENTION, new Retention(actor.organisation()));
        var kind = names.directory().organisation(actor, actor.organisation()).kind();
        var fewest = table.rule(actor.organisation(), kind).fewest();
        if (rule.years() < fewest || rule.years() > KeepingRule.MOST) {
            return Result.refused("years", "form.number", fewest, KeepingRule.MOST);
        }
        if (rule.referralYears() < fewest || rule.referralYears() > KeepingRule.MOST) {
            return Result.refused("referralYears", "form.number", fewest, KeepingRule.MOST);
        }
        return table.set(actor, version, rule) ? new Result.Done<>(rule.years()) : new Result.Stale<>();
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
        if (due.isEmpty() || !named(due.stream().map(EndedCase::id)).equals(list)) {
            return new Result.Stale<>();
        }
        disposals.approve(actor, table.rule(actor.organisation(), kind), due);
        return new Result.Done<>(due.size());
    }

    /**
     * Approves that the referrals that are due are disposed of: the very list that was shown. Stale if it is another by now.
     *
     * @param list as in the view that was shown
     * @throws NotFoundException unless the actor is the organisation's administrator
     */
    @Transactional
    public Result<Integer> approveReferrals(Actor.Staff actor, String list) {
        guard.admit(actor, Action.MANAGE_RETENTION, new Retention(actor.organisation()));
        disposals.lock(actor.organisation());
        var kind = names.directory().organisation(actor, actor.organisation()).kind();
        var due = dueReferrals(table.referrals(actor.organisation()), LocalDate.now(clock));
        if (due.isEmpty() || !named(due.stream().map(OldReferral::id)).equals(list)) {
            return new Result.Stale<>();
        }
        disposals.approveReferrals(actor, table.rule(actor.organisation(), kind), due);
        return new Result.Done<>(due.size());
    }

    /**
     * Takes an approval back: what is left of the list stays, and can be approved anew. That it was approved and taken back is kept.
     *
     * @param list the id of a receipt
     * @return how much was left; stale if nothing was, or there is no such list
     * @throws NotFoundException unless the actor is the organisation's administrator
     */
    @Transactional
    public Result<Integer> withdraw(Actor.Staff actor, UUID list) {
        guard.admit(actor, Action.MANAGE_RETENTION, new Retention(actor.organisation()));
        disposals.lock(actor.organisation());
        var left = disposals.withdraw(list);
        return left == 0 ? new Result.Stale<>() : new Result.Done<>(left);
    }
}
