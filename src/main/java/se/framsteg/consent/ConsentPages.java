package se.framsteg.consent;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import se.framsteg.access.Actor;
import se.framsteg.cases.Cases;
import se.framsteg.cases.Result;
import se.framsteg.consent.colleague.Colleagues;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.ui.Download;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** What holds and what has been, what an organisation could see on a day, and what can be taken away as a file. */
@Controller
class ConsentPages {
    private final Consents consents;
    private final Colleagues colleagues;
    private final Cases cases;
    private final OtherOrganisations organisations;
    private final Clock clock;

    ConsentPages(Consents consents, Colleagues colleagues, Cases cases, OtherOrganisations organisations, Clock clock) {
        this.consents = consents;
        this.colleagues = colleagues;
        this.cases = cases;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/consents")
    @Transactional
    public String show(Actor.Staff actor, @PathVariable CaseId caseId, Model model) {
        model.addAttribute("view", consents.see(actor, caseId));
        model.addAttribute("colleagues", colleagues.of(actor, caseId));
        model.addAttribute("naming", colleagues.mayName(actor, caseId));
        model.addAttribute("ending", colleagues.mayEnd(actor, caseId));
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("today", LocalDate.now(clock));
        return "consent/consents";
    }

    /** Parameters {@code organisation}, {@code day} and, if not the whole day is meant, {@code time}. */
    @GetMapping("/cases/{caseId}/consents/day")
    @Transactional
    public String day(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @RequestParam Optional<String> organisation,
            Fields fields,
            Model model) {
        consents.admitToDay(actor, caseId);
        var seen = Optional.<Seen>empty();
        if (organisation.isPresent()) {
            seen = seen(actor, caseId, fields);
        } else {
            fields.with("day", LocalDate.now(clock));
        }
        model.addAttribute("seen", seen);
        model.addAttribute("organisations", organisations.of(caseId));
        model.addAttribute(
                "named",
                seen.map(told -> colleagues.of(actor, caseId, told.organisation()))
                        .orElse(List.of()));
        model.addAttribute("frame", cases.frame(actor, caseId));
        model.addAttribute("file", dayPath(caseId, fields, "/day.csv"));
        model.addAttribute("fields", fields);
        return "consent/day";
    }

    /** The same answer as a file, by the same parameters; what is wrong with them is told on the page. */
    @GetMapping("/cases/{caseId}/consents/day.csv")
    @Transactional
    public ResponseEntity<byte[]> dayFile(
            Actor.Staff actor, @PathVariable CaseId caseId, Fields fields, @ModelAttribute("page") Page page) {
        consents.export(actor, caseId);
        var seen = seen(actor, caseId, fields);
        if (seen.isEmpty()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(dayPath(caseId, fields, "/day")))
                    .build();
        }
        var told = seen.get();
        var name = page.t("ledger.day.file-name") + "-"
                + cases.frame(actor, caseId).number() + "-" + told.day();
        return new DayFile(page, told, colleagues.of(actor, caseId, told.organisation()))
                .spreadsheet()
                .download(name);
    }

    private static String dayPath(CaseId caseId, Fields fields, String page) {
        var path = UriComponentsBuilder.fromPath("/cases/" + caseId + "/consents" + page);
        for (var field : List.of("organisation", "day", "time")) {
            path.queryParam(field, "{" + field + "}");
        }
        return path.encode()
                .buildAndExpand(fields.value("organisation"), fields.value("day"), fields.value("time"))
                .toUriString();
    }

    private Optional<Seen> seen(Actor.Staff actor, CaseId caseId, Fields fields) {
        var to = fields.optionalId("organisation", OrganisationId::of);
        if (to.isEmpty()) {
            fields.fail("organisation", "ledger.day.organisation.required");
        }
        var day = fields.date("day", "ledger.day.day");
        var time = time(fields);
        if (!fields.ok()) {
            return Optional.empty();
        }
        var answer = consents.seen(actor, caseId, to.orElseThrow(), day, time);
        if (answer instanceof Result.Refused<Seen> refused) {
            refused.tell(fields);
            return Optional.empty();
        }
        return Optional.of(answer.orThrow());
    }

    private static Optional<LocalTime> time(Fields fields) {
        var typed = fields.text("time", 5).replace('.', ':');
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalTime.parse(typed.length() == 4 ? "0" + typed : typed));
        } catch (DateTimeParseException e) {
            fields.fail("time", "ledger.day.time.wrong");
            return Optional.empty();
        }
    }

    @GetMapping("/cases/{caseId}/consents.csv")
    @Transactional
    public ResponseEntity<byte[]> file(
            Actor.Staff actor, @PathVariable CaseId caseId, @ModelAttribute("page") Page page) {
        var view = consents.export(actor, caseId);
        var number = cases.frame(actor, caseId).number();
        return new LedgerFile(page, view).spreadsheet().download(page.t("ledger.file-name") + "-" + number);
    }

    @GetMapping("/cases/{caseId}/consents/{paperId}/paper")
    ResponseEntity<byte[]> paper(
            Actor.Staff actor,
            @PathVariable CaseId caseId,
            @PathVariable PaperId paperId,
            @ModelAttribute("page") Page page) {
        var paper = consents.paper(actor, caseId, paperId);
        var number = cases.frame(actor, caseId).number();
        return Download.of(
                MediaType.parseMediaType(paper.mediaType()),
                page.t("ledger.paper.file-name") + "-" + number + paper.ending(),
                paper.content());
    }
}
