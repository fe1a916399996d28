package se.framsteg.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.pathway.library.Pathways;
import se.framsteg.pathway.method.Pathway;
import se.framsteg.pathway.method.Stage;
import se.framsteg.pathway.sheet.Answers;
import se.framsteg.pathway.sheet.OwnSheets;
import se.framsteg.pathway.sheet.Sheets;
import se.framsteg.pathway.sheet.WorksheetId;
import se.framsteg.pathway.steps.FollowedId;
import se.framsteg.pathway.steps.StayId;
import se.framsteg.pathway.steps.Steps;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;

/**
 * The methods that the invented lives go by: IPS where the initiative is one, elsewhere the team’s own way and mostly another method beside
 * it, each in turn. At each round they move on a stage, some go back, and some worksheets are written, together or alone.
 */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoMethods {
    private static final String TEAM = "framsteg-individsamverkansteam";
    private static final String IPS = "framsteg-ips";
    private static final String TALKING = "framsteg-mi";
    private static final List<String> BESIDE = List.of(
            "framsteg-boston",
            "framsteg-case-management",
            "framsteg-supported-employment",
            "framsteg-supported-education",
            "framsteg-asf");

    /** A worksheet of each method, as somebody might have written it. */
    private record Written(String sheet, Map<String, String> answers) {}

    private static final Map<String, Written> WORKSHEETS = Map.of(
            "framsteg-boston",
            new Written(
                    "my-goal",
                    Map.of(
                            "area",
                            "1",
                            "role",
                            "Anställd",
                            "environment",
                            "Trädgården på Återbruket",
                            "period",
                            "Från våren och ett år framåt",
                            "sentence",
                            "Jag ska arbeta i trädgården på Återbruket från våren och ett år framåt.")),
            "framsteg-case-management",
            new Written(
                    "about-me",
                    Map.of(
                            "good-at",
                            "Laga saker\nLyssna",
                            "good-day",
                            "Jag kommer upp före nio och hinner ut en stund.",
                            "helps",
                            "En promenad\nAtt någon ringer",
                            "reach",
                            "Sms, helst på eftermiddagen")),
            "framsteg-supported-employment",
            new Written(
                    "vocational-profile",
                    Map.of(
                            "likes",
                            "Ordning och reda\nDjur",
                            "skills",
                            "Noggrann\nKan köra truck",
                            "dream-jobs",
                            "Lager\nDjurpensionat",
                            "hours",
                            "1")),
            "framsteg-supported-education",
            new Written(
                    "study-goal",
                    Map.of(
                            "learn",
                            "Undersköterska",
                            "why",
                            "Jag tycker om att ta hand om folk.",
                            "leads-to",
                            "Ett arbete inom hemtjänsten",
                            "pace",
                            "1",
                            "want",
                            "8")),
            "framsteg-asf",
            new Written(
                    "visit-company",
                    Map.of(
                            "company",
                            "Kafé Linden",
                            "does",
                            "Lunch och fika",
                            "liked",
                            "Att alla är med på mötet på måndagar",
                            "feels",
                            "7")),
            IPS,
            new Written(
                    "vocational-profile",
                    Map.of(
                            "likes",
                            "Baka\nVara ute",
                            "skills",
                            "Snabb\nKommer i tid",
                            "experience",
                            "Två somrar på ett lager. Det var bra, men det var för mycket ljud.",
                            "dream-jobs",
                            "Bageri\nButik",
                            "hours",
                            "1")),
            TEAM,
            new Written(
                    "my-start",
                    Map.of(
                            "want",
                            "Att dagarna inte går i varandra.",
                            "work-or-study",
                            "Något med händerna",
                            "help",
                            "Vårdcentralen\nMin syster")),
            TALKING,
            new Written(
                    "my-own-words",
                    Map.of(
                            "change",
                            "Komma ut oftare",
                            "want",
                            "Jag vill orka mer\nJag saknar folk",
                            "important",
                            "8",
                            "sure",
                            "4",
                            "one-higher",
                            "Om någon går med första gången")));

    private final Pathways pathways;
    private final Steps steps;
    private final Sheets sheets;
    private final OwnSheets own;
    private int lives;

    DemoMethods(Pathways pathways, Steps steps, Sheets sheets, OwnSheets own) {
        this.pathways = pathways;
        this.steps = steps;
        this.sheets = sheets;
        this.own = own;
    }

    /** A life’s way along its methods, to be lived beside its rounds. */
    Course of(DemoPlaces.Workplace place, CaseId id, Life life) {
        var number = lives++;
        var keys = new ArrayList<String>();
        keys.add(place.kind() == DemoPlaces.Kind.IPS ? IPS : TEAM);
        if (place.kind() == DemoPlaces.Kind.IST && number % 3 != 2) {
            keys.add(BESIDE.get(number % BESIDE.size()));
        }
        if (number % 5 == 0) {
            keys.add(TALKING);
        }
        return new Course(id, new Random(Double.doubleToLongBits(life.level()[0])), keys);
    }

    /** A pathway that one life goes by. */
    private record Way(FollowedId id, Pathway pathway, List<Stage> stages) {}

    /** How one life goes along its methods, round by round. */
    final class Course {
        private final CaseId id;
        private final Random random;
        private final List<String> keys;
        private final List<Way> ways = new ArrayList<>();
        private final List<StayId> stays = new ArrayList<>();

        private Course(CaseId id, Random random, List<String> keys) {
            this.id = id;
            this.random = random;
            this.keys = keys;
        }

        /** What happens at the time of a round, by whoever has the case then. */
        void at(Actor.Staff caseworker, LocalDate day, int round, Optional<RoundId> answered) {
            DemoClock.on(day, () -> {
                if (round == 0) {
                    keys.forEach(key -> begin(caseworker, key, day));
                }
                for (int i = 0; i < ways.size(); i++) {
                    move(caseworker, ways.get(i), i, day, round);
                }
                if (round == 1) {
                    write(caseworker, ways.get(random.nextInt(ways.size())), answered);
                }
                return true;
            });
        }

        private void begin(Actor.Staff caseworker, String key, LocalDate day) {
            var offered = pathways.offered(caseworker.association()).stream()
                    .filter(one -> one.pathway().key().equals(key))
                    .findFirst()
                    .orElseThrow();
            var followed = steps.begin(caseworker, id, FollowedId.create(), offered.id(), day)
                    .orThrow();
            ways.add(new Way(followed, offered.pathway(), offered.pathway().inTurn()));
            stays.add(StayId.create());
        }

        /** On to the next stage, for some back to the one before. */
        private void move(Actor.Staff caseworker, Way way, int index, LocalDate day, int round) {
            if (way.stages().isEmpty() || round >= way.stages().size()) {
                return;
            }
            if (round > 0) {
                steps.leave(caseworker, id, way.id(), stays.get(index), 0, day, reached())
                        .orThrow();
            }
            var back = round > 1 && random.nextInt(6) == 0;
            var stage = way.stages().get(back ? round - 1 : round);
            stays.set(
                    index,
                    steps.enter(caseworker, id, way.id(), StayId.create(), stage.key(), day)
                            .orThrow());
        }

        private Optional<Boolean> reached() {
            return switch (random.nextInt(4)) {
                case 0 -> Optional.empty();
                case 1 -> Optional.of(false);
                default -> Optional.of(true);
            };
        }

        /** Some have the phone and keep it to themselves, or share it; others write together with the caseworker. */
        private void write(Actor.Staff caseworker, Way way, Optional<RoundId> answered) {
            var written = WORKSHEETS.get(way.pathway().key());
            if (written == null) {
                return;
            }
            var answers = new Answers(written.answers());
            var alone = answered.filter(_ -> random.nextBoolean());
            if (alone.isEmpty()) {
                sheets.begin(caseworker, id, WorksheetId.create(), way.id(), written.sheet(), answers)
                        .orThrow();
                return;
            }
            var person = new Actor.Respondent(alone.get(), false);
            var sheet = own.begin(person, WorksheetId.create(), way.id(), written.sheet(), answers)
                    .orThrow();
            if (random.nextInt(3) > 0) {
                own.share(person, sheet).orThrow();
            }
        }
    }
}
