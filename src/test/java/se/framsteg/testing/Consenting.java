package se.framsteg.testing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.access.Actor;
import se.framsteg.consent.Answer.How;
import se.framsteg.consent.ConsentId;
import se.framsteg.consent.Consents;
import se.framsteg.consent.Given;
import se.framsteg.consent.Kind;
import se.framsteg.consent.Recipient;
import se.framsteg.consent.Sheet;
import se.framsteg.consent.colleague.Colleagues;
import se.framsteg.consent.text.ConsentTexts;
import se.framsteg.shared.CaseId;

/** What persons say yes and no to, and who is named, through the doors. */
public final class Consenting {
    private final Consents consents;
    private final Colleagues colleagues;
    private final ConsentTexts texts;
    private final Clock clock;

    public Consenting(ListableBeanFactory beans) {
        this.consents = beans.getBean(Consents.class);
        this.colleagues = beans.getBean(Colleagues.class);
        this.texts = beans.getBean(ConsentTexts.class);
        this.clock = beans.getBean(Clock.class);
    }

    /** A yes that holds for half a year. */
    public ConsentId yes(Actor.Staff by, CaseId id, Recipient to, Kind... kinds) {
        return record(by, id, new Sheet.Asked(ConsentId.create(), to, true, Set.of(kinds)));
    }

    public ConsentId no(Actor.Staff by, CaseId id, Recipient to) {
        return record(by, id, new Sheet.Asked(ConsentId.create(), to, false, Set.of(Kind.PLAN)));
    }

    private ConsentId record(Actor.Staff by, CaseId id, Sheet.Asked asked) {
        var until = Optional.of(today().plusMonths(6));
        var sheet = new Sheet(given(), "Planera stödet till arbete tillsammans på Ängen", until, List.of(asked));
        return consents.record(by, id, sheet).orThrow().getFirst();
    }

    /** Said, today, in Swedish. */
    public Given given() {
        return new Given(
                How.SPOKEN,
                today(),
                "Ringde i dag",
                Optional.empty(),
                Optional.of(texts.current()),
                Optional.of("sv"),
                false);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    public void name(Actor.Staff by, CaseId id, Actor.Staff colleague) {
        colleagues.name(by, id, colleague.id()).orThrow();
    }
}
