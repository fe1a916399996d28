package se.framsteg.plan.areas;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.plan.areas.Member.Written;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** The forms of the resource group. */
@Controller
class MemberPages {
    private final ResourceGroup group;
    private final Cases cases;

    MemberPages(ResourceGroup group, Cases cases) {
        this.group = group;
        this.cases = cases;
    }

    @GetMapping("/cases/{caseId}/plan/people/new")
    String blank(Actor.Staff actor, @PathVariable CaseId caseId, Model model) {
        if (!cases.frame(actor, caseId).opens(Action.CHANGE_PLAN)) {
            return "redirect:/cases/" + caseId + "/plan/areas";
        }
        return form(actor, caseId, Optional.empty(), Fields.empty().with("id", MemberId.create()), model);
    }

    @PostMapping("/cases/{caseId}/plan/people/new")
    String add(Actor.Staff actor, @PathVariable CaseId caseId, Fields fields, Model model, RedirectAttributes after) {
        var id = fields.optionalId("id", MemberId::of).orElseThrow(NotFoundException::new);
        var written = written(fields);
        if (fields.ok()) {
            switch (group.add(actor, caseId, id, written)) {
                case Result.Done<?> _ -> {
                    return done(caseId, "plan-areas.people.saved", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() ->
                    fields.with("id", MemberId.create()).fail(meanwhile(actor, caseId, "plan-areas.people.already"));
            }
        }
        return form(actor, caseId, Optional.empty(), fields, model);
    }

    @GetMapping("/cases/{caseId}/plan/people/{memberId}")
    String see(Actor.Staff actor, @PathVariable CaseId caseId, @PathVariable MemberId memberId, Model model) {
        var member = group.see(actor, caseId, memberId);
        var fields = Fields.empty().with("version", member.version());
        texts(member.written()).forEach(fields::with);
        return form(actor, caseId, Optional.of(memberId), fields, model);
    }

    @PostMapping("/cases/{caseId}/plan/people/{memberId}")
    String change(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable MemberId memberId,
            Fields fields,
            Model model,
            RedirectAttributes after) {
        var written = written(fields);
        if (fields.ok()) {
            switch (group.change(actor, caseId, memberId, fields.version(), written)) {
                case Result.Done<?> _ -> {
                    return done(caseId, "plan-areas.people.saved", after);
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> changedMeanwhile(actor, caseId, memberId, fields);
            }
        }
        return form(actor, caseId, Optional.of(memberId), fields, model);
    }

    private void changedMeanwhile(Actor.Staff actor, CaseId caseId, MemberId id, Fields fields) {
        if (cases.frame(actor, caseId).opens(Action.CHANGE_PLAN)) {
            var now = group.see(actor, caseId, id);
            fields.conflict(texts(now.written()), now.version());
        } else {
            fields.fail(meanwhile(actor, caseId, "case.ended-meanwhile"));
        }
    }

    @PostMapping("/cases/{caseId}/plan/people/{memberId}/remove")
    String remove(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable MemberId memberId,
            Fields fields,
            RedirectAttributes after) {
        var removed = group.remove(actor, caseId, memberId, fields.version()) instanceof Result.Done<?>;
        return done(caseId, removed ? "plan-areas.people.removed" : "plan-areas.people.not-removed", after);
    }

    private static Written written(Fields fields) {
        return new Written(
                fields.required("name", 200, "plan-areas.people.name"),
                fields.text("relation", 200),
                fields.text("reach", 500),
                fields.text("helps", 1000));
    }

    private static Map<String, String> texts(Written written) {
        return Map.of(
                "name", written.name(),
                "relation", written.relation(),
                "reach", written.reach(),
                "helps", written.helps());
    }

    /** What has come between: as far as the case tells it. */
    private String meanwhile(Actor.Staff actor, CaseId caseId, String otherwise) {
        var frame = cases.frame(actor, caseId);
        if (frame.opens(Action.CHANGE_PLAN)) {
            return otherwise;
        }
        return frame.restricted() ? "plan.restricted-meanwhile" : "case.ended-meanwhile";
    }

    private String form(Actor.Staff actor, CaseId caseId, Optional<MemberId> id, Fields fields, Model model) {
        model.addAttribute("frame", cases.look(actor, caseId));
        model.addAttribute("member", id);
        model.addAttribute("fields", fields);
        return "plan/member";
    }

    private static String done(CaseId caseId, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/cases/" + caseId + "/plan/areas";
    }
}
