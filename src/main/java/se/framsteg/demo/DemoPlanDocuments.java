package se.framsteg.demo;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.document.Copy;
import se.framsteg.plan.document.CopyId;
import se.framsteg.plan.document.Drawing;
import se.framsteg.plan.document.PlanCopies;
import se.framsteg.plan.document.Signature;
import se.framsteg.plan.document.SignatureId;
import se.framsteg.plan.document.Signatures;
import se.framsteg.shared.CaseId;

/** What has been settled is signed and handed out. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoPlanDocuments {
    private static final String SCRIBBLE =
            "M60 130L80 60L100 40L110 70L100 120L90 140L110 110L130 95L145 105L140 130L160 120L180 95L190 110L185"
                + " 130L205 120L225 90L235 60L240 40L230 80L225 125L245 130L265 105L285 95L290 115L280 130L300 125L330"
                + " 100L360 110L400 90L460 100M150 160L300 150L470 155";

    private final Signatures signatures;
    private final PlanCopies copies;

    DemoPlanDocuments(Signatures signatures, PlanCopies copies) {
        this.signatures = signatures;
        this.copies = copies;
    }

    void signed(Actor.Staff caseworker, CaseId id, PlanId plan, int number, LocalDate day) {
        var drawing = Optional.of(new Drawing(SCRIBBLE));
        var person = new Signature(SignatureId.create(), Signature.How.DRAWN, "", "", drawing, true, day);
        signatures.sign(caseworker, id, plan, number, person).orThrow();
        signatures.confirm(caseworker, id, plan, number, SignatureId.create()).orThrow();
        var copy = new Copy(CopyId.create(), "", Copy.How.HANDED, day);
        copies.handOut(caseworker, id, plan, number, copy, Optional.empty()).orThrow();
    }
}
