package se.framsteg.employment.support;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.contact.ContactsGoOn;
import se.framsteg.shared.CaseId;

/** Support has no limit in time: contacts are logged after the case has ended, while a job that began before goes on. */
@Component
class AfterTheEnd implements ContactsGoOn {
    private final SupportStore store;

    AfterTheEnd(SupportStore store) {
        this.store = store;
    }

    @Override
    public Set<CaseId> on(LocalDate day, Collection<CaseId> ended) {
        return store.goesOn(ended, day);
    }
}
