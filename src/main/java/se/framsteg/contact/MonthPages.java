package se.framsteg.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.framsteg.access.Actor;
import se.framsteg.shared.InitiativeId;
import se.framsteg.ui.Page;
import se.framsteg.ui.Spreadsheet;

/** Months of logged time, as pages and as files with the same sums. */
@Controller
class MonthPages {
    private final ContactMonths months;

    MonthPages(ContactMonths months) {
        this.months = months;
    }

    @GetMapping("/contacts")
    String own(Actor.Staff actor, @RequestParam Optional<String> month, Model model) {
        model.addAttribute("own", months.own(actor, month));
        return "contact/month";
    }

    @GetMapping("/contacts.csv")
    ResponseEntity<byte[]> ownFile(
            Actor.Staff actor, @RequestParam Optional<String> month, @ModelAttribute("page") Page page) {
        var own = months.own(actor, month);
        var rows = rows(page, "", own.work());
        return new Spreadsheet(
                        columns(page).subList(1, 5),
                        rows.stream().map(row -> row.subList(1, 5)).toList())
                .download(page.t("contact.file-name") + "-" + own.month());
    }

    @GetMapping("/initiatives/{id}/contacts")
    String led(Actor.Staff actor, @PathVariable InitiativeId id, @RequestParam Optional<String> month, Model model) {
        model.addAttribute("led", months.led(actor, id, month));
        return "contact/led";
    }

    @GetMapping("/initiatives/{id}/contacts.csv")
    ResponseEntity<byte[]> ledFile(
            Actor.Staff actor,
            @PathVariable InitiativeId id,
            @RequestParam Optional<String> month,
            @ModelAttribute("page") Page page) {
        var led = months.led(actor, id, month);
        var rows = led.coaches().stream()
                .flatMap(coach -> rows(page, coach.name(), coach.work()).stream())
                .toList();
        return new Spreadsheet(columns(page), rows).download(page.t("contact.file-name") + "-" + led.month());
    }

    private static List<String> columns(Page page) {
        return List.of(
                page.t("contact.coach"),
                page.t("contact.column.of"),
                page.t("contact.column.what"),
                page.t("contact.column.number"),
                page.t("contact.column.minutes"));
    }

    private static List<List<String>> rows(Page page, String coach, Workload work) {
        var rows = new ArrayList<List<String>>();
        work.byKind()
                .forEach(row -> rows.add(line(
                        coach,
                        page.t("contact.kind"),
                        page.t("contact.kind", row.of()),
                        row.contacts(),
                        row.minutes())));
        work.byPlace()
                .forEach(row -> rows.add(line(
                        coach,
                        page.t("contact.place"),
                        page.t("contact.place", row.of()),
                        row.contacts(),
                        row.minutes())));
        return rows;
    }

    private static List<String> line(String coach, String of, String what, int number, long minutes) {
        return List.of(coach, of, what, String.valueOf(number), String.valueOf(minutes));
    }
}
