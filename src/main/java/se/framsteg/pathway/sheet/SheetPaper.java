package se.framsteg.pathway.sheet;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import se.framsteg.pathway.method.Pathway;
import se.framsteg.pathway.method.Worksheet;
import se.framsteg.ui.Language;
import se.framsteg.ui.Page;

/**
 * A worksheet on paper, to keep or to fill in by hand. It bears no name: it may lie on a kitchen table.
 *
 * @param page in the language in which the questions are asked
 * @param version what is written on it; empty if it is to be filled in by hand
 */
public record SheetPaper(Pathway pathway, Worksheet worksheet, Page page, Optional<Sheet.Version> version) {
    private static final ZoneId HERE = ZoneId.of("Europe/Stockholm");

    static SheetPaper of(Sheet sheet, Page page) {
        return new SheetPaper(
                sheet.pathway(), sheet.worksheet(), spoken(sheet.worksheet(), page), Optional.of(sheet.latest()));
    }

    static SheetPaper blank(Pathway pathway, Worksheet worksheet, Page page) {
        return new SheetPaper(pathway, worksheet, spoken(worksheet, page), Optional.empty());
    }

    private static Page spoken(Worksheet worksheet, Page page) {
        return page.shownIn(worksheet.name().language(page.language()));
    }

    public String language() {
        return page.language();
    }

    public boolean rightToLeft() {
        return Language.of(language())
                .map(Language::direction)
                .filter("rtl"::equals)
                .isPresent();
    }

    /** The day on which it was written. */
    public Optional<LocalDate> day() {
        return version.map(one -> LocalDate.ofInstant(one.at(), HERE));
    }

    public Answers answers() {
        return version.map(Sheet.Version::answers).orElse(Answers.NONE);
    }

    @Override
    public String toString() {
        return "worksheet on paper";
    }
}
