/** The same done by the product and by bare SQL. */
record Scenario(String name, Load.Client product, Load.Client bare) {}
