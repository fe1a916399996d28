package se.framsteg.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.plan.Need;
import se.framsteg.plan.NeedId;
import se.framsteg.plan.Needs;
import se.framsteg.plan.Preparation;
import se.framsteg.shared.CaseId;

/** Some of those whom several help get a joint plan to begin with: most want one, some do not, and a few have not been asked yet. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoPlans {
    private static final List<Need.Seen> SEEN = List.of(
            seen(Need.By.PERSON, "", "Jag får berätta allt på nytt varje gång. Jag vill att de pratar med varandra."),
            seen(Need.By.OWN_ORGANISATION, "", "Arbetsträningen och boendestödet krockar. Tiderna behöver hänga ihop."),
            seen(Need.By.OTHER_ORGANISATION, "Vårdcentralen", "Behandlingen behöver ta hänsyn till arbetsträningen."),
            seen(Need.By.RELATIVE, "En syster", "Det är många kontakter och ingen vet vem som gör vad."));

    private final Needs needs;
    private final DemoFollowUps followUps;

    DemoPlans(Needs needs, DemoFollowUps followUps) {
        this.needs = needs;
        this.followUps = followUps;
    }

    private static Need.Seen seen(Need.By by, String who, String what) {
        return new Need.Seen(by, who, LocalDate.EPOCH, what);
    }

    /** Has chance of its own, so that the lives stay the same. */
    void at(Actor.Staff caseworker, CaseId id, Life life, LocalDate day) {
        var random = new Random(Double.doubleToLongBits(life.level()[1]));
        if (random.nextInt(4) > 0) {
            return;
        }
        var of = SEEN.get(random.nextInt(SEEN.size()));
        var need = NeedId.create();
        needs.register(caseworker, id, need, new Need.Seen(of.by(), of.who(), day, of.what()))
                .orThrow();
        int answer = random.nextInt(10);
        if (answer < 7) {
            needs.answer(caseworker, id, need, 1, Need.Said.YES, day, "Ja, om jag får vara med och bestämma.")
                    .orThrow();
            needs.prepare(
                            caseworker,
                            id,
                            need,
                            0,
                            new Preparation(
                                    "Att tiderna går ihop",
                                    "Vem jag ringer när det blir för mycket",
                                    "Det som hände förra våren",
                                    "Handläggaren, boendestödjaren och läkaren",
                                    "Helst här, på förmiddagen",
                                    "En paus efter halva tiden"))
                    .orThrow();
            followUps.at(caseworker, id, random);
        } else if (answer < 9) {
            needs.answer(caseworker, id, need, 1, Need.Said.NO, day, "Det räcker som det är.")
                    .orThrow();
        }
    }
}
