package se.framsteg.employment.employer;

/** The register of employers of one’s own association. */
public enum EmployerRegister {
    OWN
}
