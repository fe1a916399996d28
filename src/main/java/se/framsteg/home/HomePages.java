package se.framsteg.home;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.framsteg.access.Actor;

@Controller
class HomePages {
    private final List<ToDoSource> sources;
    private final List<ShortcutSource> shortcuts;

    HomePages(List<ToDoSource> sources, List<ShortcutSource> shortcuts) {
        this.sources = sources;
        this.shortcuts = shortcuts;
    }

    @GetMapping("/")
    @Transactional
    public String home(Actor.Staff staff, Model model) {
        var first = Comparator.comparing(ToDo::late)
                .reversed()
                .thenComparing(toDo -> toDo.due().orElse(LocalDate.MAX));
        var told = sources.stream().map(source -> source.toDo(staff)).toList();
        var toDos = told.stream().flatMap(List::stream).sorted(first).toList();
        model.addAttribute(
                "shortcuts",
                shortcuts.stream()
                        .flatMap(source -> source.shortcuts(staff).stream())
                        .toList());
        model.addAttribute("full", full(told));
        model.addAttribute("late", toDos.stream().filter(ToDo::late).toList());
        model.addAttribute("now", toDos.stream().filter(toDo -> !toDo.late()).toList());
        model.addAttribute("name", staff.name());
        model.addAttribute("roles", staff.roles());
        return "home/home";
    }

    /** The parts of the product in which there may be more to do than is told. */
    private static Set<String> full(List<List<ToDo>> told) {
        return told.stream()
                .filter(some -> some.size() >= ToDoSource.MOST)
                .flatMap(List::stream)
                .map(ToDo::part)
                .collect(Collectors.toSet());
    }
}
