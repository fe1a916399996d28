package se.framsteg.employment.employer;

/** An employer in a list. */
public record EmployerRow(Employer employer, boolean looking) {}
