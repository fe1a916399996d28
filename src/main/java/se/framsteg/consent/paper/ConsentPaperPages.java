package se.framsteg.consent.paper;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.framsteg.access.Actor;
import se.framsteg.consent.text.ConsentText;
import se.framsteg.consent.text.ConsentTexts;
import se.framsteg.print.Printed;
import se.framsteg.print.Printer;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** Choosing language and recipients, and the form to print. */
@Controller
class ConsentPaperPages {
    private static final List<String> SIZES = List.of("10", "9.25", "8.5");

    private final ConsentPapers papers;
    private final ConsentTexts texts;
    private final Printer printer;

    ConsentPaperPages(ConsentPapers papers, ConsentTexts texts, Printer printer) {
        this.papers = papers;
        this.texts = texts;
        this.printer = printer;
    }

    @GetMapping("/cases/{caseId}/consents/paper")
    String choose(Actor.Staff staff, @PathVariable CaseId caseId, Fields query, Model model) {
        var choice = papers.choice(staff, caseId);
        var recipients = new LinkedHashMap<String, String>();
        choice.recipients().forEach((organisation, name) -> recipients.put(organisation.toString(), name));
        model.addAttribute("frame", choice.frame());
        model.addAttribute("texts", texts.texts());
        model.addAttribute("recipients", recipients);
        var fields = Fields.empty()
                .with(
                        "language",
                        language(query)
                                .orElseGet(() -> nearest(choice.frame().language()))
                                .code());
        if (query.checked("nobody")) {
            fields.fail(recipients.isEmpty() ? "another" : "to", "consent-paper.to.required");
        }
        model.addAttribute("fields", fields);
        return "consent/paper/choose";
    }

    private Optional<ConsentText> language(Fields query) {
        return texts.in(query.value("language"));
    }

    /** The text for somebody who prefers this language: Dari is written as Persian. Swedish where there is none. */
    private ConsentText nearest(String language) {
        return texts.in(language.equals("prs") ? "fa" : language).orElseGet(texts::swedish);
    }

    /**
     * Parameters {@code to} tell the recipients, and {@code language} one of {@link ConsentTexts#languages}; Swedish for any other.
     * A form that asks about nobody is not printed: the page to choose on says so.
     *
     * @param another whether there also is room for somebody who is named by hand
     */
    @GetMapping("/cases/{caseId}/consents/paper.pdf")
    ResponseEntity<byte[]> print(
            Actor.Staff staff,
            @PathVariable CaseId caseId,
            @RequestParam(defaultValue = "false") boolean another,
            Fields query,
            @ModelAttribute("page") Page page) {
        var to = query.ids("to", OrganisationId::of);
        var text = language(query).orElseGet(texts::swedish);
        if (to.isEmpty() && !another) {
            papers.choice(staff, caseId);
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/cases/" + caseId + "/consents/paper?nobody=true&language=" + text.code()))
                    .build();
        }
        var blank = papers.blank(staff, caseId, to);
        return onOnePage(new ConsentForm(text, blank, another, SIZES.getFirst()), page)
                .answer();
    }

    /** The letters give way to many words; what does not fit even then takes a second page. */
    private Printed onOnePage(ConsentForm form, Page page) {
        var printed = printed(form, page);
        for (int size = 1; printed.pages() > 1 && size < SIZES.size(); size++) {
            printed = printed(form.in(SIZES.get(size)), page);
        }
        return printed;
    }

    private Printed printed(ConsentForm form, Page page) {
        var name = page.t("consent-paper.file") + "-" + form.blank().caseNumber();
        var unreviewed = page.shownIn(form.text().language().code()).t("face.unreviewed");
        return printer.print(name, "consent/paper/form", Map.of("form", form, "unreviewed", unreviewed));
    }
}
