package se.framsteg.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.consultation.ConsultationId;
import se.framsteg.consultation.Consultations;
import se.framsteg.consultation.Outcome;
import se.framsteg.demo.DemoPlaces.Kind;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.organisation.Teams;
import se.framsteg.shared.TeamId;

/** De-identified questions to the teams: one that waits, one that has been answered, and one that is closed. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoConsultations {
    private static final List<String> QUESTIONS = List.of(
            "Man i 50-årsåldern som har varit hemma länge och vill prova något praktiskt. Vem tar den första kontakten?",
            "Kvinna i 20-årsåldern med adhd-diagnos som vill studera. Går det att kombinera med aktivitetsersättning?",
            "En person som snart är klar med sin behandling undrar om arbetsträning. Hur gör vi så att stegen hänger ihop?");
    private static final List<String> ANSWERS = List.of(
            "",
            "Ja, studier på prov går att kombinera i början. Ta med Försäkringskassan tidigt, så blir stegen tydliga.",
            "Börja med några timmar medan behandlingen pågår. Vi har en plats i gruppen från nästa månad.");

    private final Consultations consultations;
    private final Teams teams;

    DemoConsultations(Consultations consultations, Teams teams) {
        this.consultations = consultations;
        this.teams = teams;
    }

    void ask(List<Workplace> workplaces, LocalDate today) {
        var asker = workplaces.stream().filter(place -> place.kind() == Kind.IPS).findFirst().orElseThrow().lead();
        for (int i = 0; i < QUESTIONS.size(); i++) {
            ask(asker, workplaces.get(i), i, today.minusDays(3 + 25L * i));
        }
    }

    private void ask(Actor.Staff asker, Workplace place, int number, LocalDate on) {
        var team = team(asker, place).orElseThrow();
        var id = ConsultationId.create();
        DemoClock.on(on, () -> consultations.ask(asker, id, team, QUESTIONS.get(number)));
        if (number > 0) {
            var member = place.caseworkers().getFirst();
            DemoClock.on(
                    on.plusDays(1), () -> consultations.answer(member, id, UUID.randomUUID(), ANSWERS.get(number)));
        }
        if (number > 1) {
            DemoClock.on(on.plusDays(2), () -> consultations.close(asker, id, Outcome.REFERRAL));
        }
    }

    private Optional<TeamId> team(Actor.Staff asker, Workplace place) {
        return teams.names(asker.association()).entrySet().stream()
                .filter(team -> team.getValue().equals("IST " + place.municipality()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
