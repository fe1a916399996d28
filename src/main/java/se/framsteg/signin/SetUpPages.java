package se.framsteg.signin;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.ui.Fields;

/** The first page of an empty installation: the first association, organisation and administrator. */
@Controller
class SetUpPages {
    private final SetUp setUp;
    private final ChosenPassword chosen;

    SetUpPages(SetUp setUp, ChosenPassword chosen) {
        this.setUp = setUp;
        this.chosen = chosen;
    }

    @GetMapping("/set-up/{token}")
    String form(@PathVariable String token, Model model) {
        return setUp.opens(token) ? page(token, Fields.empty(), model) : "signin/link-used";
    }

    @PostMapping("/set-up/{token}")
    String save(@PathVariable String token, Fields fields, Model model, RedirectAttributes after) {
        if (!setUp.opens(token)) {
            return "signin/link-used";
        }
        var name = fields.required("name", 200, "staff.name");
        var email = fields.required("email", 254, "staff.email").isEmpty() ? "" : fields.email("email");
        var first = new SetUp.First(
                fields.required("association", 200, "set-up.association"),
                fields.required("organisation", 200, "set-up.organisation"),
                fields.choice("kind", OrganisationKind.class, "organisation.kind"),
                name,
                email,
                chosen.read(fields, java.util.List.of(name, email)));
        if (!fields.ok()) {
            return page(token, fields, model);
        }
        if (!setUp.perform(token, first)) {
            return "signin/link-used";
        }
        after.addFlashAttribute("notice", "set-up.done");
        return "redirect:/sign-in";
    }

    private static String page(String token, Fields fields, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("fields", fields);
        return "signin/set-up";
    }
}
