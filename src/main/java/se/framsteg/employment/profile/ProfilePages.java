package se.framsteg.employment.profile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.employment.employer.Branch;
import se.framsteg.employment.employer.EmployerId;
import se.framsteg.employment.employer.Employers;
import se.framsteg.employment.profile.Profile.Content;
import se.framsteg.employment.profile.Profile.Hours;
import se.framsteg.employment.profile.Profile.Occasion;
import se.framsteg.employment.profile.Profile.PartOfDay;
import se.framsteg.employment.profile.Profile.Words;
import se.framsteg.print.Printer;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** A person's vocational profile with its versions and what may suit, a form to write it, and on paper; and whom an employer may suit. */
@Controller
class ProfilePages {
    private final Profiles profiles;
    private final Fits fits;
    private final Employers employers;
    private final Cases cases;
    private final Printer printer;
    private final Clock clock;

    ProfilePages(Profiles profiles, Fits fits, Employers employers, Cases cases, Printer printer, Clock clock) {
        this.profiles = profiles;
        this.fits = fits;
        this.employers = employers;
        this.cases = cases;
        this.printer = printer;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/profile")
    String see(Actor.Staff actor, @PathVariable CaseId caseId, @RequestParam Optional<Integer> version, Model model) {
        var view = profiles.see(actor, caseId);
        var shown = version.isPresent()
                ? Optional.of(view.version(version.get()).orElseThrow(NotFoundException::new))
                : view.latest();
        model.addAttribute("view", view);
        model.addAttribute("shown", shown);
        model.addAttribute("fitting", version.isPresent() ? List.of() : fits.employers(actor, caseId));
        model.addAttribute("writable", profiles.writable(actor, caseId));
        model.addAttribute("frame", cases.frameOfPart(actor, caseId));
        return "employment/profile/profile";
    }

    @GetMapping("/cases/{caseId}/profile/edit")
    String edit(Actor.Staff actor, @PathVariable CaseId caseId, Model model) {
        cases.frame(actor, caseId);
        var view = profiles.see(actor, caseId);
        if (!profiles.writable(actor, caseId)) {
            return "redirect:/cases/" + caseId + "/profile";
        }
        var fields = Fields.empty()
                .with("version", view.latest().map(Profile::number).orElse(0));
        view.latest().ifPresent(profile -> {
            written(profile.content()).forEach(fields::with);
            fields.with("branches", profile.content().branches());
            fields.with("partsOfDay", profile.content().hours().partsOfDay());
        });
        fields.with("talkedOn", LocalDate.now(clock)).with("occasion", Occasion.TALK);
        return form(actor, caseId, view, fields, model);
    }

    @PostMapping("/cases/{caseId}/profile/edit")
    String write(Actor.Staff actor, @PathVariable CaseId caseId, Fields fields, Model model, RedirectAttributes after) {
        cases.frame(actor, caseId);
        var content = read(fields);
        content.faults(LocalDate.now(clock)).forEach(fault -> fault.tell(fields));
        if (fields.ok()) {
            switch (profiles.write(actor, caseId, fields.version(), content)) {
                case Result.Done<?> _ -> {
                    after.addFlashAttribute("notice", "profile.written");
                    return "redirect:/cases/" + caseId + "/profile";
                }
                case Result.Refused<?> refused -> refused.tell(fields);
                case Result.Stale<?>() -> {
                    var latest = profiles.see(actor, caseId).latest();
                    if (!profiles.writable(actor, caseId) || latest.isEmpty()) {
                        fields.fail("profile.closed-meanwhile");
                    } else {
                        fields.conflict(
                                written(latest.get().content()), latest.get().number());
                    }
                }
            }
        }
        return form(actor, caseId, profiles.see(actor, caseId), fields, model);
    }

    @GetMapping("/cases/{caseId}/profile/paper.pdf")
    ResponseEntity<byte[]> print(Actor.Staff actor, @PathVariable CaseId caseId, @ModelAttribute("page") Page page) {
        var profile = profiles.print(actor, caseId);
        return printer.print(
                        page.t("profile.paper.file"),
                        "employment/profile/paper",
                        Map.of("profile", profile, "page", page))
                .answer();
    }

    @GetMapping("/employers/{id}/suits")
    String suits(Actor.Staff actor, @PathVariable EmployerId id, Model model) {
        var employer = employers.see(actor, id);
        if (!employer.id().equals(id)) {
            return "redirect:/employers/" + employer.id() + "/suits";
        }
        model.addAttribute("employer", employer);
        model.addAttribute("people", fits.people(actor, id));
        return "employment/profile/suits";
    }

    private static Content read(Fields fields) {
        var occupations = Stream.iterate(1, i -> i <= Profile.MOST_OCCUPATIONS, i -> i + 1)
                .map(i -> fields.text("occupation" + i, 3))
                .filter(code -> !code.isEmpty())
                .toList();
        return new Content(
                fields.choice("occasion", Occasion.class, "profile.occasion"),
                fields.date("talkedOn", "profile.talked-on"),
                occupations,
                fields.choices("branches", Branch.class),
                municipalities(fields),
                fields.value("longestWay").isBlank()
                        ? Optional.empty()
                        : Optional.of(fields.number("longestWay", 0, Profile.LONGEST_WAY)),
                new Hours(
                        fields.optionalDecimal("hoursLeast", 0, 80),
                        fields.optionalDecimal("hoursMost", 0, 80),
                        fields.choices("partsOfDay", PartOfDay.class)),
                new Words(
                        fields.text("wants", Profile.LONGEST),
                        fields.text("avoids", Profile.LONGEST),
                        fields.text("strengths", Profile.LONGEST),
                        fields.text("licences", Profile.LONGEST),
                        fields.text("learns", Profile.LONGEST),
                        fields.text("experiences", Profile.LONGEST)));
    }

    private static List<String> municipalities(Fields fields) {
        return Stream.of(fields.text("municipalities", 1000).split("[,;\n]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Map<String, String> written(Content content) {
        var written = new HashMap<String, String>();
        for (int i = 1; i <= Profile.MOST_OCCUPATIONS; i++) {
            written.put(
                    "occupation" + i,
                    i <= content.occupations().size() ? content.occupations().get(i - 1) : "");
        }
        written.put("branches", Fields.several(content.branches()));
        written.put("partsOfDay", Fields.several(content.hours().partsOfDay()));
        written.put("occasion", content.occasion().name());
        written.put("talkedOn", content.talkedOn().toString());
        written.put("municipalities", String.join(", ", content.municipalities()));
        written.put("longestWay", content.longestWay().map(String::valueOf).orElse(""));
        written.put("hoursLeast", Fields.decimal(content.hours().least()));
        written.put("hoursMost", Fields.decimal(content.hours().most()));
        written.put("wants", content.words().wants());
        written.put("avoids", content.words().avoids());
        written.put("strengths", content.words().strengths());
        written.put("licences", content.words().licences());
        written.put("learns", content.words().learns());
        written.put("experiences", content.words().experiences());
        return written;
    }

    private String form(Actor.Staff actor, CaseId caseId, Profiles.View view, Fields fields, Model model) {
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("first", view.versions().isEmpty());
        model.addAttribute("fields", fields);
        return "employment/profile/form";
    }
}
