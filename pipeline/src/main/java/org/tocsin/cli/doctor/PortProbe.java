package org.tocsin.cli.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** What stands at an address, by how it answers those who are not its clients. Nothing secret is sent. */
enum PortProbe {
    /** The text is not host:port. */
    NOT_AN_ADDRESS,
    /** No such machine is known. */
    UNKNOWN_HOST,
    /** The machine says that nothing listens there. */
    REFUSED,
    /** There is no way to it, or nobody says anything. */
    UNREACHABLE,
    /** It speaks TLS, with whatever certificate. */
    TLS,
    /** It speaks HTTP. */
    WEB,
    /** It takes the connection and speaks neither. */
    SILENT;

    private static final int PATIENCE_MILLIS = 3_000;

    /** What stands at an address. */
    static PortProbe of(String address) {
        int colon = address.lastIndexOf(':');
        if (colon < 1 || !address.substring(colon + 1).matches("\\d{1,5}")) {
            return NOT_AN_ADDRESS;
        }
        String host = address.substring(0, colon).replaceAll("^\\[|]$", "");
        int port = Integer.parseInt(address.substring(colon + 1));
        InetSocketAddress at = new InetSocketAddress(host, Math.min(port, 65_535));
        if (at.isUnresolved()) {
            return UNKNOWN_HOST;
        }
        PortProbe reached = reached(at);
        if (reached != SILENT) {
            return reached;
        }
        return speaksTls(at) ? TLS : speaksHttp(at) ? WEB : SILENT;
    }

    private static PortProbe reached(InetSocketAddress at) {
        try (Socket socket = connected(at)) {
            return SILENT;
        } catch (ConnectException e) {
            return REFUSED;
        } catch (IOException e) {
            return UNREACHABLE;
        }
    }

    /** A handshake that fails over the certificate was one all the same. */
    private static boolean speaksTls(InetSocketAddress at) {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (Socket plain = connected(at);
                SSLSocket socket = (SSLSocket) factory.createSocket(plain, at.getHostString(), at.getPort(), true)) {
            socket.startHandshake();
            return true;
        } catch (SSLHandshakeException e) {
            return !String.valueOf(e.getMessage()).contains("terminated the handshake");
        } catch (SSLException e) {
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean speaksHttp(InetSocketAddress at) {
        try (Socket socket = connected(at)) {
            socket.getOutputStream().write("HEAD / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(5), StandardCharsets.US_ASCII).equals("HTTP/");
        } catch (IOException e) {
            return false;
        }
    }

    private static Socket connected(InetSocketAddress at) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(at, PATIENCE_MILLIS);
        return socket;
    }
}
