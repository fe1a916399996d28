package se.framsteg.initiative;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.TeamId;
import se.framsteg.ui.Fields;

/** The form of an initiative: what stands in it, and what it says. */
final class InitiativeForm {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TARGET_GROUP = 2000;

    private InitiativeForm() {}

    /** A new initiative starts today and measures every third month, as progression is measured elsewhere. */
    static Fields ofNew(LocalDate today, InitiativeViews.Choices choices) {
        var fields = Fields.empty()
                .with("starts", today)
                .with("baseline", 21)
                .with("interval", 3)
                .with("window", 21);
        choices.instruments().keySet().stream().findFirst().ifPresent(first -> fields.with("instrument", first));
        return fields;
    }

    static Fields of(Initiative now) {
        return Fields.empty()
                .with("name", now.name())
                .with("target", now.targetGroup())
                .with("starts", now.startsOn())
                .with("ends", now.endsOn().orElse(null))
                .with("team", now.team().orElse(null))
                .with("instrument", now.plan().instrument())
                .with("baseline", now.plan().baselineDays())
                .with("interval", now.plan().intervalMonths())
                .with("window", now.plan().windowDays())
                .with("leads", now.leads())
                .with("version", now.version());
    }

    static Frame frame(Fields fields, Frame.Kind kind) {
        return new Frame(
                kind,
                FreeWords.read(fields, "orientation", Frame.LONGEST_ORIENTATION),
                kind == Frame.Kind.STRUCTURAL
                        ? Frame.Method.ORGANISATIONS
                        : fields.choice("method", Frame.Method.class, "initiative.method"),
                fields.checked("esf"));
    }

    /** @param unmeasured the plan of a structural initiative, which the form does not ask for */
    static InitiativeRegister.Details read(Fields fields, OrganisationId owner, Optional<Initiative.Plan> unmeasured) {
        var starts = fields.date("starts", "initiative.starts");
        var details = new InitiativeRegister.Details(
                owner,
                fields.optionalId("team", TeamId::of),
                fields.required("name", LONGEST_NAME, "initiative.name"),
                fields.text("target", LONGEST_TARGET_GROUP),
                starts,
                fields.optionalDate("ends"),
                unmeasured.orElseGet(() -> plan(fields)),
                fields.ids("leads", StaffId::of));
        if (details.endsOn().filter(end -> end.isBefore(starts)).isPresent()) {
            fail(fields, InitiativeProblem.ENDS_BEFORE_START);
        }
        return details;
    }

    private static Initiative.Plan plan(Fields fields) {
        return new Initiative.Plan(
                instrument(fields),
                fields.number("baseline", 1, 90),
                fields.number("interval", 1, 12),
                fields.number("window", 1, 60));
    }

    private static InstrumentId instrument(Fields fields) {
        return fields.optionalId("instrument", InstrumentId::of).orElseGet(() -> {
            fields.fail("instrument", "initiative.instrument.required");
            return new InstrumentId(new java.util.UUID(0, 0));
        });
    }

    static void fail(Fields fields, InitiativeProblem problem) {
        fields.fail(problem.field(), "initiative.problem." + problem);
    }

    /** Shows beside each field what somebody else has saved in it meanwhile. */
    static void showBothSides(
            Fields fields, InitiativeRegister.Details typed, Initiative now, InitiativeViews.Choices choices) {
        var saved = new LinkedHashMap<String, String>();
        saved.put("name", now.name());
        saved.put("target", now.targetGroup());
        saved.put("starts", now.startsOn().toString());
        saved.put("ends", now.endsOn().map(LocalDate::toString).orElse(""));
        saved.put("baseline", Integer.toString(now.plan().baselineDays()));
        saved.put("interval", Integer.toString(now.plan().intervalMonths()));
        saved.put("window", Integer.toString(now.plan().windowDays()));
        if (!typed.team().equals(now.team())) {
            saved.put("team", now.team().map(name(choices.teams())).orElse(""));
        }
        if (!typed.plan().instrument().equals(now.plan().instrument())) {
            saved.put("instrument", name(choices.instruments()).apply(now.plan().instrument()));
        }
        if (!typed.leads().equals(now.leads())) {
            saved.put(
                    "leads",
                    now.leads().stream().map(name(choices.leads())).sorted().collect(Collectors.joining(", ")));
        }
        fields.conflict(saved, now.version());
    }

    private static Function<Object, String> name(java.util.Map<String, String> names) {
        return id -> Optional.ofNullable(names.get(id.toString())).orElse("–");
    }
}
