package se.framsteg.initiative;

/** An initiative can't be made or changed as asked for. Nothing has been changed. */
public class InitiativeRefusedException extends RuntimeException {
    private final InitiativeProblem problem;

    InitiativeRefusedException(InitiativeProblem problem) {
        super(problem.name(), null, false, false);
        this.problem = problem;
    }

    public InitiativeProblem problem() {
        return problem;
    }
}
