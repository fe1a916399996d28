package se.framsteg.cases;

import java.time.LocalDate;
import java.util.Optional;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.ParticipantId;

/** What other rooms need to know of a case: nothing about the person. */
public record CaseFacts(
        CaseId id,
        AssociationId association,
        OrganisationId organisation,
        InitiativeId initiative,
        ParticipantId participant,
        String number,
        CaseState state,
        Optional<LocalDate> startedOn,
        Optional<LocalDate> endedOn) {}
