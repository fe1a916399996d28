package se.framsteg.demo;

import java.util.List;

/** Invented names. That somebody has such a name is chance. */
final class DemoNames {
    static final List<String> WOMEN = List.of(
            "Agnes", "Alva", "Amina", "Anja", "Asta", "Astrid", "Beata", "Birgit", "Cajsa", "Dagny", "Ebba", "Edit",
            "Elin", "Ellinor", "Embla", "Fatima", "Freja", "Gunvor", "Hawa", "Hedda", "Hilma", "Ida", "Inga", "Iris",
            "Jasmin", "Karin", "Klara", "Leyla", "Linnea", "Lovisa", "Maj", "Malin", "Märta", "Nadja", "Nora", "Oksana",
            "Petra", "Ronja", "Samira", "Signe", "Siv", "Sonja", "Svea", "Tove", "Tuva", "Ulla", "Vera", "Vilma",
            "Ylva", "Zahra");
    static final List<String> MEN = List.of(
            "Albin", "Ali", "Alvar", "Anton", "Arne", "Axel", "Bengt", "Bo", "Dawit", "Ebbe", "Edvin", "Elias", "Emil",
            "Erik", "Fabian", "Frank", "Gösta", "Gustav", "Hampus", "Hassan", "Henning", "Hjalmar", "Idris", "Isak",
            "Ivar", "Jamal", "Jonas", "Kalle", "Kjell", "Lars", "Leo", "Ludvig", "Malte", "Melker", "Nils", "Noel",
            "Oleksij", "Olof", "Otto", "Pelle", "Ragnar", "Reza", "Rolf", "Sixten", "Sten", "Tage", "Ture", "Valter",
            "Vidar", "Yusuf");
    static final List<String> FAMILIES = List.of(
            "Ahlbäck",
            "Asplid",
            "Backlunda",
            "Bergsund",
            "Björkvall",
            "Blomdal",
            "Dalskog",
            "Ekvik",
            "Elmström",
            "Fjällsten",
            "Flodin",
            "Forsvall",
            "Granhed",
            "Grindal",
            "Hagsten",
            "Hallvik",
            "Hedfors",
            "Holmdal",
            "Högsund",
            "Idvall",
            "Järnsten",
            "Kvarnhed",
            "Källvik",
            "Lindhed",
            "Ljungdal",
            "Lundvik",
            "Mossberga",
            "Myrdal",
            "Norrhed",
            "Näsvall",
            "Rosvik",
            "Rönnsten",
            "Sandhed",
            "Sjödal",
            "Skoghall",
            "Solvik",
            "Stenhed",
            "Strandvall",
            "Tallvik",
            "Törnhed",
            "Vasshed",
            "Vinterdal",
            "Vretsund",
            "Åhed",
            "Ängvall",
            "Östvik");
    /** Lead and three caseworkers for each of five teams; lead and two coaches for the sixth. */
    static final List<String> STAFF = List.of(
            "Lena Rydvall",
            "Karim Solhed",
            "Maria Åkervik",
            "Johan Stensund",
            "Birgitta Norrvik",
            "Sofia Hedlunda",
            "Daniel Backvall",
            "Nasrin Dalvik",
            "Per Ängsten",
            "Emma Fjällhed",
            "Ahmed Lindvall",
            "Kerstin Strömhed",
            "Anna Tallsten",
            "Oskar Bergvik",
            "Mona Grenhed",
            "Viktor Källsten",
            "Eva Sundhed",
            "Jenny Björksten",
            "Tomas Havsvik",
            "Selma Roshed",
            "Gun Kvarnvik",
            "Petter Mossvall",
            "Hodan Ljushed");

    /** One administrator for each team's kommun. */
    static final List<String> ADMINISTRATORS =
            List.of("Anders Adolvik", "Asta Admunda", "Alf Admansson", "Aina Adervall", "Abdi Adelhed");

    private DemoNames() {}
}
