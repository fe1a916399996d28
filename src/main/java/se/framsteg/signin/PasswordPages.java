package se.framsteg.signin;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.ui.Fields;

/** Where the link that an administrator has passed on leads: choosing a password. */
@Controller
class PasswordPages {
    private static final String LINK_USED = "signin/link-used";
    private final PasswordChoice choice;
    private final ChosenPassword chosen;

    PasswordPages(PasswordChoice choice, ChosenPassword chosen) {
        this.choice = choice;
        this.chosen = chosen;
    }

    @GetMapping("/password/{token}")
    String form(@PathVariable String token, Model model) {
        return choice.opens(token)
                .map(person -> page(token, person, Fields.empty(), model))
                .orElse(LINK_USED);
    }

    @PostMapping("/password/{token}")
    String save(@PathVariable String token, Fields fields, Model model, RedirectAttributes after) {
        var person = choice.opens(token);
        if (person.isEmpty()) {
            return LINK_USED;
        }
        var password = chosen.read(fields, choice.about(person.get()));
        if (!fields.ok()) {
            return page(token, person.get(), fields, model);
        }
        if (!choice.byLink(token, password)) {
            return LINK_USED;
        }
        after.addFlashAttribute("notice", "password.done");
        return "redirect:/sign-in";
    }

    private static String page(String token, Actor.Staff person, Fields fields, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("name", person.name());
        model.addAttribute("fields", fields);
        return "signin/password";
    }
}
