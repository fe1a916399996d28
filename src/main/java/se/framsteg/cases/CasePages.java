package se.framsteg.cases;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;

/** The list of cases and the case itself. */
@Controller
class CasePages {
    /** What was searched for stays in the session: in an address it would end up in histories and logs. */
    private static final String SEARCH = "cases.search";

    private static final String SHARED_SEARCH = "cases.shared.search";

    private final Cases cases;
    private final CaseStories stories;
    private final SharedCases shared;
    private final Clock clock;

    CasePages(Cases cases, CaseStories stories, SharedCases shared, Clock clock) {
        this.cases = cases;
        this.stories = stories;
        this.shared = shared;
        this.clock = clock;
    }

    @GetMapping("/cases")
    String list(
            Actor.Staff actor,
            @RequestParam Optional<String> state,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "false") boolean search,
            HttpSession session,
            Model model) {
        var fields = searched(SEARCH, search, session);
        var query = fields.value("query");
        var fallback = query.isEmpty() ? CaseFilter.OPEN : CaseFilter.ALL;
        var filter = Arrays.stream(CaseFilter.values())
                .filter(one -> state.filter(one.path()::equals).isPresent())
                .findFirst()
                .orElse(fallback);
        model.addAttribute("list", cases.list(actor, filter, query, page));
        model.addAttribute("filter", filter);
        model.addAttribute("searched", !query.isEmpty());
        model.addAttribute("fields", fields);
        return "cases/cases";
    }

    @PostMapping("/cases/search")
    String search(Actor.Staff actor, Fields fields, HttpSession session) {
        cases.requireLists(actor);
        return keep(SEARCH, fields, session, "/cases");
    }

    /** What was searched for, if it is still asked for, with what is wrong with it. */
    private Fields searched(String kept, boolean search, HttpSession session) {
        var query = search && session.getAttribute(kept) instanceof String text ? text : "";
        var fields = Fields.empty().with("query", query);
        if (CaseSearch.of(query, LocalDate.now(clock)) instanceof CaseSearch.TooShort) {
            fields.fail("query", "cases.search.too-short");
        }
        return fields;
    }

    private static String keep(String kept, Fields fields, HttpSession session, String list) {
        var query = fields.text("query", Integer.MAX_VALUE);
        if (query.isEmpty()) {
            session.removeAttribute(kept);
            return "redirect:" + list;
        }
        session.setAttribute(kept, query.substring(0, Math.min(query.length(), CaseSearch.LONGEST + 1)));
        return "redirect:" + list + "?search=true";
    }

    @GetMapping("/cases/{id}")
    String see(Actor.Staff actor, @PathVariable CaseId id, @RequestParam(defaultValue = "") String time, Model model) {
        model.addAttribute("lastYear", time.equals("year"));
        try {
            model.addAttribute("whole", stories.see(actor, id));
            return "cases/case";
        } catch (NotFoundException _) {
            // Not theirs; a consent may have opened parts of it.
            model.addAttribute("view", shared.see(actor, id));
            return "cases/shared";
        }
    }

    /** Cases of other organisations that consents open to the reader. */
    @GetMapping("/cases/shared")
    String shared(
            Actor.Staff actor,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "false") boolean search,
            HttpSession session,
            Model model) {
        var fields = searched(SHARED_SEARCH, search, session);
        var query = fields.value("query");
        model.addAttribute("list", shared.list(actor, query, page));
        model.addAttribute("searched", !query.isEmpty());
        model.addAttribute("fields", fields);
        return "cases/shared-list";
    }

    @PostMapping("/cases/shared/search")
    String searchShared(Actor.Staff actor, Fields fields, HttpSession session) {
        shared.requireList(actor);
        return keep(SHARED_SEARCH, fields, session, "/cases/shared");
    }

    @GetMapping("/cases/{id}/before")
    String before(Actor.Staff actor, @PathVariable CaseId id, Model model) {
        var view = cases.see(actor, id);
        if (!view.changeable()) {
            return "redirect:/cases/" + id;
        }
        return before(view, Forms.fill(Fields.empty().with("version", view.version()), view.before()), model);
    }

    @PostMapping("/cases/{id}/before")
    String saveBefore(
            Actor.Staff actor, @PathVariable CaseId id, Fields fields, Model model, RedirectAttributes after) {
        var livelihood = Forms.livelihood(fields);
        if (fields.ok()) {
            switch (cases.changeBefore(actor, id, fields.version(), livelihood)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "cases.saved");
                    return "redirect:/cases/" + id;
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    return savedMeanwhile(cases.see(actor, id), fields, model);
                }
            }
        }
        return before(cases.see(actor, id), fields, model);
    }

    private static String savedMeanwhile(CaseView now, Fields fields, Model model) {
        if (now.changeable()) {
            var saved = Map.of("income", Forms.income(now.before()), "hours", Forms.hours(now.before()));
            fields.conflict(saved, now.version());
        } else {
            fields.fail("case.ended-meanwhile");
        }
        return before(now, fields, model);
    }

    private static String before(CaseView view, Fields fields, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("fields", fields);
        return "cases/before";
    }
}
