package se.framsteg.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import se.framsteg.demo.DemoPlaces.Workplace;
import se.framsteg.initiative.training.Course;
import se.framsteg.initiative.training.Training.When;
import se.framsteg.initiative.training.Training.Who;
import se.framsteg.initiative.training.TrainingId;
import se.framsteg.initiative.training.TrainingView.Numbers;
import se.framsteg.initiative.training.Trainings;

/** Courses against a goal: two in depth and ten for one day, as in Hofors. Some are done, some planned. */
@Component
@ConditionalOnProperty("framsteg.demo.enabled")
class DemoTrainings {
    private static final List<String> MANAGERS = List.of(
            "Eva Ek, enhetschef",
            "Birger Borg, socialchef",
            "Ylva Yng, ordförande i nämnden",
            "Gustav Gran, vice ordförande",
            "Pia Palm, verksamhetschef i psykiatrin",
            "Kent Kvist, kommunchef",
            "Maj Mo, områdeschef");

    private final Trainings trainings;

    DemoTrainings(Trainings trainings) {
        this.trainings = trainings;
    }

    void take(List<Workplace> workplaces, LocalDate today) {
        for (var workplace : workplaces) {
            if (workplace.kind() == DemoPlaces.Kind.IPS) {
                learn(workplace, today);
            }
        }
    }

    private void learn(Workplace at, LocalDate today) {
        var courses = trainings.choices(at.lead(), at.initiative(), "sv").courses();
        trainings.setGoal(at.lead(), at.initiative(), 0, new Numbers(2, 10));
        var coaches = new ArrayList<Who>();
        at.caseworkers().forEach(coach -> coaches.add(new Who.Colleague(coach.id())));
        register(at, courses.getFirst(), coaches.subList(0, 1), done(today.minusMonths(11)));
        register(at, courses.getFirst(), coaches.subList(1, coaches.size()), planned(today.plusWeeks(5)));
        var others = MANAGERS.stream().map(DemoTrainings::other).toList();
        register(at, courses.get(1), others.subList(0, 5), done(today.minusMonths(7)));
        register(at, courses.get(1), others.subList(5, others.size()), planned(today.plusWeeks(3)));
        register(at, courses.get(2), coaches, done(today.minusMonths(3)));
    }

    private static Who other(String line) {
        var comma = line.indexOf(',');
        return new Who.Other(line.substring(0, comma), line.substring(comma + 2));
    }

    private static When done(LocalDate day) {
        return new When(Optional.of(day), Optional.of(day));
    }

    private static When planned(LocalDate day) {
        return new When(Optional.of(day), Optional.empty());
    }

    private void register(Workplace at, Course course, List<Who> people, When when) {
        trainings.register(at.lead(), at.initiative(), TrainingId.create(), people, course.id(), when);
    }
}
