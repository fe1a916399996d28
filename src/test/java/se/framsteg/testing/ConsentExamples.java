package se.framsteg.testing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.access.Actor;
import se.framsteg.consent.Answer.How;
import se.framsteg.consent.ConsentId;
import se.framsteg.consent.Consents;
import se.framsteg.consent.Given;
import se.framsteg.consent.Kind;
import se.framsteg.consent.PaperId;
import se.framsteg.consent.Recipient;
import se.framsteg.consent.Sheet;
import se.framsteg.consent.colleague.Colleagues;
import se.framsteg.consent.scan.Scan;
import se.framsteg.consent.text.ConsentTexts;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;

/** Consents to test with, made through their doors. What is not told is as it usually is. */
public final class ConsentExamples {
    private final Consents consents;
    private final Colleagues colleagues;
    private final ConsentTexts texts;
    private final Clock clock;

    public ConsentExamples(ListableBeanFactory beans) {
        this.consents = beans.getBean(Consents.class);
        this.colleagues = beans.getBean(Colleagues.class);
        this.texts = beans.getBean(ConsentTexts.class);
        this.clock = beans.getBean(TestClock.class);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Said today, at a meeting. */
    public Given spoken() {
        return spoken(today());
    }

    public Given spoken(LocalDate on) {
        return new Given(
                How.SPOKEN, on, "Sagt vid mötet", Optional.empty(), Optional.of(version(on)), Optional.of("sv"), false);
    }

    /** The text of that day: the one before, if the present one was not there yet. */
    private int version(LocalDate on) {
        var current = texts.current();
        return texts.valid(current, on) ? current : current - 1;
    }

    public Given onPaper(byte[] file) {
        return new Given(
                How.PAPER,
                today(),
                "",
                Optional.of(new Scan(file)),
                Optional.of(texts.current()),
                Optional.of("ar"),
                true);
    }

    public static Sheet.Asked yes(OrganisationId to, Kind... kinds) {
        return new Sheet.Asked(ConsentId.create(), new Recipient.Organisation(to), true, set(kinds));
    }

    public static Sheet.Asked no(OrganisationId to, Kind... kinds) {
        return new Sheet.Asked(ConsentId.create(), new Recipient.Organisation(to), false, set(kinds));
    }

    private static Set<Kind> set(Kind... kinds) {
        var set = EnumSet.noneOf(Kind.class);
        set.addAll(List.of(kinds));
        return set;
    }

    public Sheet sheet(Given given, Sheet.Asked... asked) {
        return new Sheet(given, "För att planera tillsammans", Optional.of(today().plusMonths(6)), List.of(asked));
    }

    /** A yes for half a year from today. */
    public ConsentId given(Actor.Staff by, CaseId id, OrganisationId to, Kind... kinds) {
        return consents.record(by, id, sheet(spoken(), yes(to, kinds)))
                .orThrow()
                .getFirst();
    }

    /** A yes to somebody who does not work in the program. */
    public ConsentId given(Actor.Staff by, CaseId id, Recipient.Named to, Kind... kinds) {
        return consents.record(by, id, sheet(spoken(), new Sheet.Asked(ConsentId.create(), to, true, set(kinds))))
                .orThrow()
                .getFirst();
    }

    public ConsentId refused(Actor.Staff by, CaseId id, OrganisationId to, Kind... kinds) {
        return consents.record(by, id, sheet(spoken(), no(to, kinds))).orThrow().getFirst();
    }

    /** The first answer, whose last day is this one. */
    public ConsentId until(Actor.Staff by, CaseId id, OrganisationId to, LocalDate until, Kind... kinds) {
        var sheet = new Sheet(spoken(), "För att planera tillsammans", Optional.of(until), List.of(yes(to, kinds)));
        return consents.record(by, id, sheet).orThrow().getFirst();
    }

    public void withdraw(Actor.Staff by, CaseId caseId, ConsentId id, int number) {
        consents.withdraw(by, caseId, id, number, spoken()).orThrow();
    }

    /** A paper with a yes on it. */
    public PaperId paper(Actor.Staff by, CaseId caseId, OrganisationId to) {
        var id = consents.record(by, caseId, sheet(onPaper(pdf()), yes(to, Kind.PLAN)))
                .orThrow()
                .getFirst();
        return consents.see(by, caseId)
                .yes(id)
                .orElseThrow()
                .answer()
                .way()
                .paper()
                .orElseThrow();
    }

    public void name(Actor.Staff by, CaseId id, Actor.Staff colleague) {
        colleagues.name(by, id, colleague.id()).orThrow();
    }

    /** A PDF of an empty page. */
    public static byte[] pdf() {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param format {@code png} or {@code jpg} */
    public static byte[] picture(String format) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
