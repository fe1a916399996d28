package se.framsteg.organisation;

/** An account can't be made or changed as asked for. Nothing has been changed. */
public class StaffRefusedException extends RuntimeException {
    private final StaffProblem problem;

    StaffRefusedException(StaffProblem problem) {
        super(problem.name(), null, false, false);
        this.problem = problem;
    }

    public StaffProblem problem() {
        return problem;
    }
}
