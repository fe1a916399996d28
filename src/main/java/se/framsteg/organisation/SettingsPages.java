package se.framsteg.organisation;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;

/** What a member of staff can look after, as ways onwards. */
@Controller
class SettingsPages {
    private final Guard guard;
    private final StaffAccounts accounts;

    SettingsPages(Guard guard, StaffAccounts accounts) {
        this.guard = guard;
        this.accounts = accounts;
    }

    @GetMapping("/settings")
    String settings(Actor.Staff staff, Model model) {
        model.addAttribute("account", accounts.own(staff));
        model.addAttribute("association", staff.association());
        model.addAttribute("organisation", guard.allows(staff, Action.SEE_ORGANISATION, staff.organisation()));
        model.addAttribute("installation", guard.allows(staff, Action.MANAGE_INSTALLATION, Installation.THIS));
        model.addAttribute("retention", staff.is(Role.ORGANISATION_ADMINISTRATOR));
        return "organisation/settings";
    }
}
