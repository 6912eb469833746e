package org.tocsin.cli.doctor;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.tocsin.stream.Setting;

/** Whether the API can listen where it is told to. */
final class ApiPortCheck implements Check {
    @Override
    public String subject() {
        return "API port";
    }

    @Override
    public List<Finding> look(Site site) {
        String host = site.config().text(Setting.API_HOST);
        int port = Math.toIntExact(site.config().number(Setting.API_PORT));
        String where = host + ":" + port;
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return List.of(Finding.ok(subject(), where + " is free"));
        } catch (BindException e) {
            return List.of(Finding.warn(
                    subject(),
                    where + " cannot be had: " + e.getMessage(),
                    "if the pipeline you ask about listens there, all is well; else end the program that does, or"
                            + " choose another " + Setting.API_PORT.key() + " (0 takes a free one) or "
                            + Setting.API_HOST.key()));
        } catch (IOException | IllegalArgumentException e) {
            return List.of(Finding.fail(
                    subject(),
                    where + " is no place to listen: " + e,
                    "correct " + Setting.API_HOST.key() + " and " + Setting.API_PORT.key()));
        }
    }
}
