package se.framsteg.cases.story;

/** What a happening is about: each has a lane of its own on the time line, in this order. */
public enum Lane {
    CASEWORKER(Shape.FRAME),
    STATE(Shape.FRAME),
    PATHWAY(Shape.FRAME),
    WORK(Shape.EFFORT),
    HEALTH(Shape.EFFORT),
    SOCIAL(Shape.EFFORT),
    COMPETENCE(Shape.EFFORT),
    GROUP(Shape.EFFORT),
    PLACEMENT(Shape.EFFORT),
    JOB(Shape.EFFORT),
    STUDY(Shape.EFFORT),
    ROUND(Shape.MARK),
    PLAN(Shape.MARK),
    NOTE(Shape.MARK);

    private enum Shape {
        /** A bar that the efforts are seen against. */
        FRAME,
        /** A bar that is counted when it is told how much runs side by side. */
        EFFORT,
        /** A single day. */
        MARK
    }

    private final Shape shape;

    Lane(Shape shape) {
        this.shape = shape;
    }

    /** Whether it is something done with or for the person, to be counted among what runs side by side. */
    public boolean effort() {
        return shape == Shape.EFFORT;
    }

    /** Whether its happenings are single days instead of periods. */
    public boolean marks() {
        return shape == Shape.MARK;
    }
}
