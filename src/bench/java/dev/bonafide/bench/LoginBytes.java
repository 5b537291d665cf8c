package dev.bonafide.bench;

/** What a login leaves in the store's files, indexes and all. */
final class LoginBytes implements Measure {
    private static final int PEOPLE = 20;
    private static final int LOGINS = 40;

    @Override
    public String title() {
        return "bytes in the store, views included, of a password login by API";
    }

    @Override
    public String bar() {
        return "≤ 1.5 KB";
    }

    @Override
    public Figure take() throws Exception {
        try (Folders folders = new Folders()) {
            long before;
            try (ServerProcess server = new ServerProcess(folders)) {
                People.create(server, PEOPLE, "");
                People.logins(server, PEOPLE);
            }
            before = folders.bytes(".db");
            try (ServerProcess server = new ServerProcess(folders)) {
                for (int round = 0; round < LOGINS; round++) {
                    People.logins(server, PEOPLE);
                }
            }
            double each = (folders.bytes(".db") - before) / (double) (PEOPLE * LOGINS);
            return new Figure(
                    Turns.number(each) + " B",
                    PEOPLE * LOGINS + " logins, files after an orderly end, flows not yet swept");
        }
    }
}
