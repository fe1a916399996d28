package se.framsteg.demo;

import java.util.List;
import java.util.Random;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.plan.Plan;
import se.framsteg.plan.Plans;
import se.framsteg.plan.areas.Member;
import se.framsteg.plan.areas.MemberId;
import se.framsteg.plan.areas.ResourceGroup;
import se.framsteg.shared.CaseId;

/** Those who have a plan have named some people for it, and a good deal of what was agreed on has been done. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoFollowUps {
    private static final List<Member.Written> PEOPLE = List.of(
            new Member.Written("En syster", "Syster", "Ringer själv", "Följer med till möten när jag vill"),
            new Member.Written("Boendestödjaren", "Boendestöd", "Genom kommunens växel", "Påminner om tider"),
            new Member.Written("Grannen Nils", "Granne", "", "Promenader och skjuts till arbetsträningen"),
            new Member.Written("En vän från gruppen", "Vän", "", "Någon att prata med efter jobbiga dagar"));

    private final Plans plans;
    private final ResourceGroup group;

    DemoFollowUps(Plans plans, ResourceGroup group) {
        this.plans = plans;
        this.group = group;
    }

    /** The people whom somebody has named. */
    void named(Actor.Staff caseworker, CaseId id, Random random) {
        int first = random.nextInt(PEOPLE.size());
        int many = 1 + random.nextInt(3);
        for (int i = 0; i < many; i++) {
            var one = PEOPLE.get((first + i) % PEOPLE.size());
            group.add(caseworker, id, MemberId.create(), one).orThrow();
        }
    }

    /** How it has gone since last. */
    void tick(Actor.Staff caseworker, CaseId id, Plan plan, Random random) {
        for (var effort : plan.efforts()) {
            int how = random.nextInt(10);
            if (how < 6) {
                var state = how < 5 ? Plan.Effort.State.DONE : Plan.Effort.State.NOT_DONE;
                plans.markEffort(caseworker, id, plan.id(), effort.id(), state).orThrow();
            }
        }
    }
}
