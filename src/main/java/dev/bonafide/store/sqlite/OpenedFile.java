package dev.bonafide.store.sqlite;

import java.sql.SQLException;
import java.util.function.Consumer;

/** One of the files with its readers and its way to write. */
record OpenedFile(Readers readers, Writing writing) {
    static OpenedFile forWriting(DatabaseFile file, Consumer<Throwable> fatal, Closing closing) {
        try {
            Readers readers = new Readers(file);
            closing.keep(readers, readers::close);
            String name = "store-" + file.path().getFileName();
            Writer writer = new Writer(name, file::openForWriting, fatal).started();
            return new OpenedFile(readers, closing.keep(writer, writer::close));
        } catch (SQLException e) {
            throw file.notOpened(e);
        }
    }

    static OpenedFile forReading(DatabaseFile file, Closing closing) {
        file.checkForReading();
        try {
            Readers readers = new Readers(file);
            return new OpenedFile(closing.keep(readers, readers::close), new Writing.Nowhere());
        } catch (SQLException e) {
            throw file.notOpened(e);
        }
    }
}
