package se.framsteg.organisation;

/** The kinds of parties in an association (lag 2003:1210 1 §), and others who take part. */
public enum OrganisationKind {
    /** Försäkringskassan. */
    FK,
    /** Arbetsförmedlingen. */
    AF,
    REGION,
    KOMMUN,
    /**
     * The association's own office (see {@link OrganisationRegister#recipients}), a social enterprise, a study association, a
     * private provider …
     */
    OTHER
}
