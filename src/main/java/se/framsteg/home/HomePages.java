package se.framsteg.home;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.framsteg.access.Actor;

@Controller
class HomePages {
    private final List<ToDoSource> sources;

    HomePages(List<ToDoSource> sources) {
        this.sources = sources;
    }

    @GetMapping("/")
    @Transactional
    public String home(Actor.Staff staff, Model model) {
        var first = Comparator.comparing(ToDo::late)
                .reversed()
                .thenComparing(toDo -> toDo.due().orElse(LocalDate.MAX));
        var toDos = sources.stream()
                .flatMap(source -> source.toDo(staff).stream())
                .sorted(first)
                .toList();
        model.addAttribute("late", toDos.stream().filter(ToDo::late).toList());
        model.addAttribute("now", toDos.stream().filter(toDo -> !toDo.late()).toList());
        model.addAttribute("name", staff.name());
        model.addAttribute("roles", staff.roles());
        return "home/home";
    }
}
