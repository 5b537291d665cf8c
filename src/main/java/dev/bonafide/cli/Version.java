package dev.bonafide.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What the build wrote about itself. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"bonafide " + built()};
    }

    private static String built() throws IOException {
        Properties build = new Properties();
        try (InputStream info =
                Version.class.getResourceAsStream("/META-INF/build-info.properties")) {
            if (info != null) {
                build.load(info);
            }
        }
        return build.getProperty("build.version", "of no build");
    }
}
