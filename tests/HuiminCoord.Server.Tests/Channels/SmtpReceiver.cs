using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using MimeKit;

namespace HuiminCoord.Server.Tests.Channels;

/// <summary>A mail as it was taken.</summary>
internal sealed record TakenMail(string From, string To, MimeMessage Mail, string Raw)
{
    public string Id => Mail.Headers["X-HuiminCoord-Delivery"]!;

    public string Text => Mail.TextBody!.Trim();
}

/// <summary>A mail server on loopback that keeps what it takes. It knows as much of RFC 5321 as our own client uses.</summary>
internal sealed class SmtpReceiver : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _gone = new();
    private readonly List<TakenMail> _taken = [];
    private readonly Task _listening;

    public SmtpReceiver()
    {
        _listener.Start();
        _listening = Listen();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Connections so far.</summary>
    public int Sessions { get; private set; }

    /// <summary>Lines that clients said, without the mails themselves.</summary>
    public List<string> Said { get; } = [];

    /// <summary>Offers encryption with a certificate that nobody trusts.</summary>
    public bool OffersTls { get; init; }

    /// <summary>The reply to a recipient.</summary>
    public Func<string, string> Recipient { get; set; } = _ => "250 ok";

    /// <summary>The reply to a mail, given once it is kept; null hangs up without one.</summary>
    public Func<TakenMail, Task<string?>> Reply { get; set; } = _ => Task.FromResult<string?>("250 kept");

    /// <summary>The reply to a sign-in.</summary>
    public string SignIn { get; set; } = "235 welcome";

    public IReadOnlyList<TakenMail> Taken
    {
        get
        {
            lock (_taken)
            {
                return [.. _taken];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _listener.Stop();
        await _listening;
        _gone.Dispose();
    }

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_gone.Token);
                Sessions++;
                _ = Serve(client);
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                await Talk(client.GetStream());
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
            {
                // The client hung up, as killed ones do.
            }
        }
    }

    private async Task Talk(Stream stream)
    {
        var (from, to) = ("", "");
        var read = new BufferedStream(stream);
        await Say(stream, "220 receiver");
        while (await Line(read) is { } line)
        {
            lock (Said)
            {
                Said.Add(line);
            }

            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "EHLO":
                    await Say(stream, OffersTls && stream is not SslStream ? "250-receiver\r\n250-AUTH PLAIN\r\n250 STARTTLS" : "250-receiver\r\n250 AUTH PLAIN");
                    break;
                case "STARTTLS":
                    await Say(stream, "220 go on");
                    var encrypted = new SslStream(stream);
                    await encrypted.AuthenticateAsServerAsync(Untrusted());
                    (stream, read) = (encrypted, new BufferedStream(encrypted));
                    break;
                case "AUTH": await Say(stream, SignIn); break;
                case "MAIL": from = Address(line); await Say(stream, "250 ok"); break;
                case "RCPT": to = Address(line); await Say(stream, Recipient(to)); break;
                case "DATA":
                    await Say(stream, "354 go on");
                    if (await Keep(from, to, await Data(read)) is not { } reply)
                    {
                        return;
                    }

                    await Say(stream, reply);
                    break;
                case "QUIT": await Say(stream, "221 bye"); return;
                default: await Say(stream, "250 ok"); break;
            }
        }
    }

    private async Task<string?> Keep(string from, string to, string raw)
    {
        using var text = new MemoryStream(Encoding.Latin1.GetBytes(raw));
        var mail = new TakenMail(from, to, await MimeMessage.LoadAsync(text, _gone.Token), raw);
        lock (_taken)
        {
            _taken.Add(mail);
        }

        return await Reply(mail);
    }

    private async Task<string> Data(Stream stream)
    {
        var all = new StringBuilder();
        while (await Line(stream) is { } line && line != ".")
        {
            all.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return all.ToString();
    }

    private async Task<string?> Line(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _gone.Token) == 1)
        {
            if (one[0] == '\n')
            {
                return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            }

            line.Add(one[0]);
        }

        return null;
    }

    private async Task Say(Stream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), _gone.Token);

    private static string Address(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private static X509Certificate2 Untrusted()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
    }
}
