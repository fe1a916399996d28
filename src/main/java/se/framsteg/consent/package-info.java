/**
 * Consent (samtycke): who may share what about a person with whom, for what and until when. It is a waiver of secrecy (OSL 10:1
 * and 12:2), asked for and answered, a no as well as a yes, and taken back at any time with effect at once. The ledger is never
 * edited: what is withdrawn, narrowed or renewed is a new answer to the same question, and the last answer is what holds. A new
 * question about the same recipient replaces the one before: a yes that stands ends as its answer is recorded. The database opens
 * by the same ledger, see the view {@code opened_by_consent}, which also tells whoever receives what is shared what it is for and
 * until when. Owns {@code consents}, {@code consent_answers}, {@code consent_papers}, {@code case_colleagues} and that view.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "print",
            "audit",
            "access",
            "organisation",
            "cases",
            "cases :: extract",
            "home"
        })
@NullMarked
package se.framsteg.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
