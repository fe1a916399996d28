package se.framsteg.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.organisation.StaffAccounts;
import se.framsteg.ui.Fields;

/** One's own account. */
@Controller
class AccountPages {
    private final StaffAccounts accounts;
    private final StaffSignIn signIn;
    private final PasswordChoice choice;
    private final ChosenPassword chosen;

    AccountPages(StaffAccounts accounts, StaffSignIn signIn, PasswordChoice choice, ChosenPassword chosen) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.choice = choice;
        this.chosen = chosen;
    }

    @GetMapping("/account")
    String see(Actor.Staff staff, Model model) {
        return page(staff, Fields.empty(), model);
    }

    @PostMapping("/account")
    String choosePassword(
            Actor.Staff staff, Fields fields, Model model, HttpServletRequest request, RedirectAttributes after) {
        var password = chosen.read(fields, choice.about(staff));
        if (fields.ok()) {
            checkCurrent(staff, fields, request.getRemoteAddr());
        }
        if (!fields.ok()) {
            return page(staff, fields, model);
        }
        choice.own(staff, password, request.getSession().getId());
        after.addFlashAttribute("notice", "account.password.done");
        return "redirect:/account";
    }

    /** Whoever comes by an unlocked screen doesn't know it, and is slowed down in guessing like at the front door. */
    private void checkCurrent(Actor.Staff staff, Fields fields, String address) {
        var email = accounts.own(staff).email();
        switch (signIn.attempt(email, fields.value("current"), address)) {
            case StaffSignIn.Result.In _ -> {}
            case StaffSignIn.Result.Refused() -> fields.fail("current", "account.current.wrong");
            case StaffSignIn.Result.TooMany(var pause) ->
                fields.fail("current", "sign-in.too-many", StaffSignIn.minutes(pause));
        }
    }

    private String page(Actor.Staff staff, Fields fields, Model model) {
        model.addAttribute("account", accounts.own(staff));
        model.addAttribute("fields", fields);
        return "signin/account";
    }
}
