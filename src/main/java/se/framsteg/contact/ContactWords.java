package se.framsteg.contact;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.framsteg.cases.CaseFrame;
import se.framsteg.contact.Contact.Phase;
import se.framsteg.ui.Fields;
import se.framsteg.ui.Page;

/** Contacts and their time in words. */
public final class ContactWords {
    private final Page page;

    public ContactWords(Page page) {
        this.page = page;
    }

    /** As people say it: 45 min, 1 h 30 min, 12 h. */
    public String time(long minutes) {
        if (minutes < 60) {
            return page.t("contact.minutes.short", minutes);
        }
        return minutes % 60 == 0
                ? page.t("contact.hours", minutes / 60)
                : page.t("contact.hours-minutes", minutes / 60, minutes % 60);
    }

    /** How much of all the time it is, with both numbers. */
    public String share(Workload.Share share) {
        return share.percent()
                .map(percent -> page.t("contact.share", percent, time(share.minutes()), time(share.of())))
                .orElseGet(() -> page.t("contact.share.none"));
    }

    /** The same where all the time stands beside it. */
    public String part(Workload.Share share) {
        return share.percent()
                .map(percent -> page.t("contact.part", percent, time(share.minutes())))
                .orElseGet(() -> page.t("contact.share.none"));
    }

    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", Locale.forLanguageTag(page.language()))
                .format(month);
    }

    /** Whether what is seldom changed stands in a form as it usually is, and can be folded away. */
    public boolean settled(Fields fields) {
        return fields.optionalChoice("phase", Phase.class).isPresent()
                && !fields.checked("missed")
                && fields.values("tookPart").isEmpty()
                && !fields.conflicted()
                && Stream.of("phase", "day", "missed")
                        .allMatch(field -> fields.problem(field).isEmpty());
    }

    /** What is folded away, in a few words. */
    public String more(Fields fields) {
        return page.t(
                "contact.more.settled",
                fields.optionalDate("day").map(page::date).orElse(""),
                page.t("contact.phase", fields.choice("phase", Phase.class, "contact.phase")));
    }

    /** What can be chosen for how long it took. */
    public Map<String, String> minutes() {
        var options = new LinkedHashMap<String, String>();
        ContactForm.MINUTES.forEach(one -> options.put(one, page.t("contact.minutes.short", Integer.parseInt(one))));
        return options;
    }

    /** What it was and where, on one line. */
    public String what(Contact contact) {
        var details = contact.details();
        var kind = page.t("contact.kind", details.kind());
        return details.place()
                .map(place -> page.t("contact.what", kind, page.t("contact.place", place)))
                .orElse(kind);
    }

    public String people(Contacts.Shown shown) {
        return shown.people().stream().map(CaseFrame::called).collect(Collectors.joining(", "));
    }

    public String tookPart(Contact contact) {
        return contact.details().tookPart().stream()
                .sorted()
                .map(party -> page.t("contact.party", party))
                .collect(Collectors.joining(", "));
    }
}
