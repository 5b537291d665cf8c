package dev.bonafide.http;

import java.util.List;

/** The routes of one room; collected by injection. */
public interface Routes {
    List<Route> routes();
}
