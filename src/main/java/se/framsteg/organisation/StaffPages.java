package se.framsteg.organisation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.UnitId;
import se.framsteg.ui.Addresses;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

@Controller
class StaffPages {
    private final StaffRegister register;
    private final StaffAccounts accounts;
    private final Directory directory;
    private final Addresses addresses;

    StaffPages(StaffRegister register, StaffAccounts accounts, Directory directory, Addresses addresses) {
        this.register = register;
        this.accounts = accounts;
        this.directory = directory;
        this.addresses = addresses;
    }

    @GetMapping("/organisations/{id}/staff/new")
    String add(Actor.Staff staff, @PathVariable OrganisationId id, Model model) {
        return newForm(staff, managed(staff, id), Fields.empty(), model);
    }

    @PostMapping("/organisations/{id}/staff/new")
    String add(
            Actor.Staff staff,
            @PathVariable OrganisationId id,
            Fields fields,
            HttpServletRequest request,
            Model model) {
        var organisation = managed(staff, id);
        var person = read(fields, organisation);
        if (fields.ok()) {
            try {
                return link(staff, register.add(staff, id, person), true, request, model);
            } catch (StaffRefusedException e) {
                fields.fail("roles", e.problem().textKey());
            } catch (DuplicateKeyException e) {
                fields.fail("email", "staff.email.taken");
            }
        }
        return newForm(staff, organisation, fields, model);
    }

    private String newForm(Actor.Staff staff, Directory.Organisation organisation, Fields fields, Model model) {
        model.addAttribute("name", Optional.empty());
        model.addAttribute("action", "/organisations/" + organisation.id() + "/staff/new");
        model.addAttribute("back", "/organisations/" + organisation.id());
        return form(organisation, offered(staff), fields, model);
    }

    @GetMapping("/staff/{id}")
    String see(Actor.Staff staff, @PathVariable StaffId id, Model model) {
        return page(accounts.account(staff, id), Fields.empty(), model);
    }

    private static String page(StaffAccounts.Account account, Fields fields, Model model) {
        model.addAttribute("account", account);
        model.addAttribute("fields", fields);
        return "organisation/staff";
    }

    @GetMapping("/staff/{id}/edit")
    String edit(Actor.Staff staff, @PathVariable StaffId id, Model model) {
        var now = accounts.account(staff, id);
        var fields = Fields.empty()
                .with("name", now.name())
                .with("email", now.email())
                .with("unit", now.unit().map(UnitId::toString).orElse(""))
                .with("roles", now.roles())
                .with("version", now.version());
        return editForm(staff, now, fields, model);
    }

    @PostMapping("/staff/{id}/edit")
    String edit(
            Actor.Staff staff,
            @PathVariable StaffId id,
            Fields fields,
            @ModelAttribute("page") Page page,
            Model model,
            RedirectAttributes after) {
        var now = accounts.account(staff, id);
        var details = read(fields, managed(staff, now.organisation()));
        if (fields.ok()) {
            try {
                accounts.change(staff, id, details, fields.version());
                after.addFlashAttribute("notice", "form.saved");
                return "redirect:/staff/" + id;
            } catch (StaffRefusedException e) {
                fields.fail("roles", e.problem().textKey());
            } catch (DuplicateKeyException e) {
                fields.fail("email", "staff.email.taken");
            } catch (ChangedMeanwhileException e) {
                showBothSides(fields, details, accounts.account(staff, id), page);
            }
        }
        return editForm(staff, now, fields, model);
    }

    private static void showBothSides(
            Fields fields, StaffRegister.NewStaff typed, StaffAccounts.Account now, Page page) {
        var saved = new LinkedHashMap<String, String>();
        saved.put("name", now.name());
        saved.put("email", now.email());
        if (!Optional.ofNullable(typed.unit()).equals(now.unit())) {
            saved.put("unit", now.unitName());
        }
        if (!typed.roles().equals(now.roles())) {
            saved.put("roles", roleNames(now.roles(), page));
        }
        fields.conflict(saved, now.version());
    }

    private static String roleNames(Set<Role> roles, Page page) {
        return roles.stream().sorted().map(role -> page.t("role", role)).collect(Collectors.joining(", "));
    }

    private String editForm(Actor.Staff staff, StaffAccounts.Account account, Fields fields, Model model) {
        model.addAttribute("name", Optional.of(account.name()));
        model.addAttribute("action", "/staff/" + account.id() + "/edit");
        model.addAttribute("back", "/staff/" + account.id());
        return form(managed(staff, account.organisation()), offered(staff), fields, model);
    }

    private static String form(Directory.Organisation organisation, Set<Role> roles, Fields fields, Model model) {
        model.addAttribute("organisation", organisation);
        model.addAttribute("roles", roles);
        model.addAttribute("fields", fields);
        return "organisation/staff-form";
    }

    @PostMapping("/staff/{id}/close")
    String close(Actor.Staff staff, @PathVariable StaffId id, Fields fields, Model model, RedirectAttributes after) {
        try {
            accounts.close(staff, id);
        } catch (StaffRefusedException e) {
            fields.fail(e.problem().textKey());
            return page(accounts.account(staff, id), fields, model);
        }
        after.addFlashAttribute("notice", "staff.closed.done");
        return "redirect:/staff/" + id;
    }

    @PostMapping("/staff/{id}/reopen")
    String reopen(Actor.Staff staff, @PathVariable StaffId id, RedirectAttributes after) {
        accounts.reopen(staff, id);
        after.addFlashAttribute("notice", "staff.reopened.done");
        return "redirect:/staff/" + id;
    }

    /** Shows the link without a redirect, so that it is kept nowhere. Loading the page again makes another. */
    @PostMapping("/staff/{id}/password-link")
    String passwordLink(Actor.Staff staff, @PathVariable StaffId id, HttpServletRequest request, Model model) {
        return link(staff, id, false, request, model);
    }

    private String link(Actor.Staff staff, StaffId id, boolean isNew, HttpServletRequest request, Model model) {
        var path = accounts.passwordLink(staff, id);
        model.addAttribute("account", accounts.account(staff, id));
        model.addAttribute("link", addresses.base(request) + path);
        model.addAttribute("isNew", isNew);
        return "organisation/password-link";
    }

    private static StaffRegister.NewStaff read(Fields fields, Directory.Organisation organisation) {
        var name = fields.required("name", NameForm.LONGEST, "staff.name");
        var email = fields.required("email", 254, "staff.email").isEmpty() ? "" : fields.email("email");
        var unit = fields.optionalId("unit", UnitId::of)
                .filter(chosen -> organisation.unit(chosen).isPresent())
                .orElse(null);
        return new StaffRegister.NewStaff(name, email, unit, fields.choices("roles", Role.class));
    }

    private static Set<Role> offered(Actor.Staff staff) {
        return staff.is(Role.SYSTEM_ADMINISTRATOR)
                ? EnumSet.allOf(Role.class)
                : EnumSet.complementOf(EnumSet.of(Role.SYSTEM_ADMINISTRATOR));
    }

    private Directory.Organisation managed(Actor.Staff staff, OrganisationId id) {
        var organisation = directory.organisation(staff, id);
        if (!organisation.allows(Action.MANAGE_STAFF)) {
            throw new NotFoundException();
        }
        return organisation;
    }
}
