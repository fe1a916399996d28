package se.framsteg.demo;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.plan.NeedId;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.Plans;
import se.framsteg.plan.document.Copy;
import se.framsteg.plan.document.CopyId;
import se.framsteg.plan.document.Drawing;
import se.framsteg.plan.document.PlanCopies;
import se.framsteg.plan.document.PlanDocuments;
import se.framsteg.plan.document.Signature;
import se.framsteg.plan.document.SignatureId;
import se.framsteg.plan.document.Signatures;
import se.framsteg.shared.CaseId;

/** Some plans are settled, signed and handed out, and some of those once more when something has changed. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoPlanDocuments {
    private static final String SCRIBBLE =
            "M60 130L80 60L100 40L110 70L100 120L90 140L110 110L130 95L145 105L140 130L160 120L180 95L190 110L185"
                + " 130L205 120L225 90L235 60L240 40L230 80L225 125L245 130L265 105L285 95L290 115L280 130L300 125L330"
                + " 100L360 110L400 90L460 100M150 160L300 150L470 155";

    private final Plans plans;
    private final PlanDocuments documents;
    private final Signatures signatures;
    private final PlanCopies copies;

    DemoPlanDocuments(Plans plans, PlanDocuments documents, Signatures signatures, PlanCopies copies) {
        this.plans = plans;
        this.documents = documents;
        this.signatures = signatures;
        this.copies = copies;
    }

    /** Begins a plan for a need that the person has said yes to, unless there is one, and settles it as it stands. */
    void at(Actor.Staff caseworker, CaseId id, NeedId need, LocalDate day, Random random) {
        var plan = plans.see(caseworker, id).open().map(Plan::id).orElseGet(() -> begun(caseworker, id, need));
        if (random.nextInt(4) == 0) {
            return;
        }
        write(
                caseworker,
                id,
                plan,
                Plan.Part.WANTS,
                "Att de som hjälper mig pratar med varandra, så att tiderna går ihop.");
        write(caseworker, id, plan, Plan.Part.SUMMARY, "Vi har gått igenom vem som gör vad. Allt lästes upp.");
        documents.settle(caseworker, id, plan, 1, Optional.empty()).orThrow();
        signed(caseworker, id, plan, 1, day);
        if (random.nextBoolean()) {
            write(caseworker, id, plan, Plan.Part.WORKS, "Att träffas på förmiddagen.");
            write(caseworker, id, plan, Plan.Part.GONE, "Tiderna går ihop nu. Det är lättare att komma iväg.");
            documents.settle(caseworker, id, plan, 2, Optional.empty()).orThrow();
            signatures.confirm(caseworker, id, plan, 2, SignatureId.create()).orThrow();
        }
    }

    private PlanId begun(Actor.Staff caseworker, CaseId id, NeedId need) {
        return plans.begin(caseworker, id, PlanId.create(), Plan.Kind.SIP, Optional.of(need))
                .orThrow();
    }

    private void write(Actor.Staff caseworker, CaseId id, PlanId plan, Plan.Part part, String text) {
        var now = plans.see(caseworker, id).open().orElseThrow().text(part);
        if (now.text().isEmpty()) {
            plans.write(caseworker, id, plan, part, text, now.version()).orThrow();
        }
    }

    private void signed(Actor.Staff caseworker, CaseId id, PlanId plan, int number, LocalDate day) {
        var drawing = Optional.of(new Drawing(SCRIBBLE));
        var person = new Signature(SignatureId.create(), Signature.How.DRAWN, "", "", drawing, true, day);
        signatures.sign(caseworker, id, plan, number, person).orThrow();
        signatures.confirm(caseworker, id, plan, number, SignatureId.create()).orThrow();
        var copy = new Copy(CopyId.create(), "", Copy.How.HANDED, day);
        copies.handOut(caseworker, id, plan, number, copy, Optional.empty()).orThrow();
    }
}
