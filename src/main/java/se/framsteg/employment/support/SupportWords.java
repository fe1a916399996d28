package se.framsteg.employment.support;

import java.time.LocalDate;
import se.framsteg.ui.Page;

/** The rhythm of support in words. */
public final class SupportWords {
    private final Page page;

    public SupportWords(Page page) {
        this.page = page;
    }

    /** Which window it is: vecka 2. */
    public String what(Window window) {
        return page.t("support.window." + window.what(), window.number());
    }

    /** Its days. */
    public String days(Window window) {
        return page.t("employment.spell", page.date(window.first()), page.date(window.last()));
    }

    /** When the contact is to be, at the latest, or from when it is. */
    public String until(Window window, LocalDate today) {
        return window.first().isAfter(today)
                ? page.t("support.from", page.date(window.first()), page.date(window.last()))
                : page.t("support.until", page.date(window.last()));
    }
}
