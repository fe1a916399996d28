package se.framsteg.retention;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Result;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** The organisation's administrator sets how long cases are kept, and approves what is to go. */
@Controller
class RetentionPages {
    private static final int LONGEST_NUMBER = 40;

    private final Retentions retentions;
    private final Holds holds;

    RetentionPages(Retentions retentions, Holds holds) {
        this.retentions = retentions;
        this.holds = holds;
    }

    @GetMapping("/settings/retention")
    String see(Actor.Staff staff, Model model) {
        var view = retentions.see(staff);
        return page(view, filled(view.rule()), Fields.empty(), model);
    }

    private static Fields filled(KeepingRule rule) {
        var fields = Fields.empty();
        written(rule).forEach(fields::with);
        return fields.with("version", rule.version());
    }

    private static Map<String, String> written(KeepingRule rule) {
        var written = new LinkedHashMap<String, String>();
        written.put("years", rule.years().map(String::valueOf).orElse(""));
        written.put("countsFrom", rule.countsFrom().name());
        written.put("archive", rule.archive() ? "true" : "");
        written.put("referralYears", rule.referralYears().map(String::valueOf).orElse(""));
        return written;
    }

    /** Two forms on one page, each with what was typed in it. */
    private static String page(Retentions.View view, Fields rule, Fields other, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("fields", rule);
        model.addAttribute("other", other);
        return "retention/retention";
    }

    @PostMapping("/settings/retention")
    String set(Actor.Staff staff, Fields fields, Model model, RedirectAttributes after) {
        var view = retentions.see(staff);
        var years = fields.number("years", view.rule().fewest(), KeepingRule.MOST);
        var from = fields.choice("countsFrom", CountsFrom.class, "retention.counts-from");
        var referralYears = fields.number("referralYears", view.rule().fewest(), KeepingRule.MOST);
        if (fields.ok()) {
            var rule = new Retentions.Rule(years, from, fields.checked("archive"), referralYears);
            switch (retentions.set(staff, fields.version(), rule)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "retention.saved");
                    return "redirect:/settings/retention";
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    view = retentions.see(staff);
                    fields.conflict(written(view.rule()), view.rule().version());
                }
            }
        }
        return page(view, fields, Fields.empty(), model);
    }

    @PostMapping("/settings/retention/approve")
    String approve(Actor.Staff staff, Fields fields, Model model, RedirectAttributes after) {
        return approve(staff, "approved", fields, model, after);
    }

    @PostMapping("/settings/retention/approve-referrals")
    String approveReferrals(Actor.Staff staff, Fields fields, Model model, RedirectAttributes after) {
        return approve(staff, "approvedReferrals", fields, model, after);
    }

    /** @param tick the field that says that the list has been gone through, and which list it is */
    private String approve(Actor.Staff staff, String tick, Fields fields, Model model, RedirectAttributes after) {
        var view = retentions.see(staff);
        if (!fields.checked(tick)) {
            fields.fail(tick, "retention.approve.required");
        } else if (approved(staff, tick, fields.value("list"))) {
            if (hold(fields).isEmpty()) {
                after.addFlashAttribute("notice", "retention.approved");
                return "redirect:/settings/retention";
            }
            // Something has been typed about a hold: it is kept, and there is nothing that could be done twice.
            view = retentions.see(staff);
            model.addAttribute("approvedNow", true);
            fields = kept(fields);
        } else {
            view = retentions.see(staff);
            fields = kept(fields);
            fields.fail(tick, "retention.approve.other-list");
        }
        return page(view, filled(view.rule()), fields, model);
    }

    /** What has been typed about a hold while a list was approved. */
    private static String hold(Fields fields) {
        return (fields.value("number") + fields.value("reason")).strip();
    }

    private static Fields kept(Fields fields) {
        return Fields.empty().with("number", fields.value("number")).with("reason", fields.value("reason"));
    }

    private boolean approved(Actor.Staff staff, String tick, String list) {
        var result =
                tick.equals("approved") ? retentions.approve(staff, list) : retentions.approveReferrals(staff, list);
        return result instanceof Result.Done<Integer>;
    }

    @PostMapping("/settings/retention/hold")
    String hold(Actor.Staff staff, Fields fields, Model model, RedirectAttributes after) {
        var view = retentions.see(staff);
        var number = fields.required("number", LONGEST_NUMBER, "retention.hold.number");
        var reason = fields.required("reason", HoldPages.LONGEST, "hold.reason");
        if (fields.ok()) {
            switch (holds.holdByNumber(staff, number, reason)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "hold.set");
                    return "redirect:/settings/retention";
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> fields.fail("number", "retention.hold.already");
            }
        }
        return page(view, filled(view.rule()), fields, model);
    }

    @PostMapping("/settings/retention/withdraw")
    String withdraw(Actor.Staff staff, Fields fields, RedirectAttributes after) {
        var list = fields.optionalId("list", UUID::fromString).orElseThrow(NotFoundException::new);
        var withdrawn = retentions.withdraw(staff, list) instanceof Result.Done<?>;
        after.addFlashAttribute("notice", withdrawn ? "retention.withdrawn" : "retention.withdrawn.too-late");
        return "redirect:/settings/retention";
    }

    @PostMapping("/settings/retention/lift")
    String lift(Actor.Staff staff, Fields fields, RedirectAttributes after) {
        var lifted = holds.liftByNumber(staff, fields.value("number")) instanceof Result.Done<?>;
        after.addFlashAttribute("notice", lifted ? "hold.lifted" : "hold.meanwhile");
        return "redirect:/settings/retention";
    }
}
