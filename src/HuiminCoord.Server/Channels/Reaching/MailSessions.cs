using System.Collections.Concurrent;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace HuiminCoord.Server.Channels.Reaching;

/// <summary>Connections to the mail server that are kept for the next mail: a morning's wave would else begin each mail with a handshake.</summary>
internal sealed class MailSessions(SmtpSettings settings, OutsideNetwork network, TimeProvider time) : IDisposable
{
    /// <summary>Servers close what is silent for longer.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);

    private readonly ConcurrentStack<(SmtpClient Client, DateTimeOffset Since)> _free = new();

    /// <summary>A session that answers; give it back after a mail, or dispose it after a failure.</summary>
    internal async Task<SmtpClient> Take(CancellationToken cancellation)
    {
        while (_free.TryPop(out var kept))
        {
            if (time.GetUtcNow() - kept.Since < Idle && await Answers(kept.Client, cancellation))
            {
                return kept.Client;
            }

            kept.Client.Dispose();
        }

        return await Open(cancellation);
    }

    internal void GiveBack(SmtpClient client) => _free.Push((client, time.GetUtcNow()));

    /// <summary>Closes what nobody has used for a while.</summary>
    internal void Trim()
    {
        var now = time.GetUtcNow();
        foreach (var kept in Drain())
        {
            if (now - kept.Since < Idle)
            {
                _free.Push(kept);
            }
            else
            {
                kept.Client.Dispose();
            }
        }
    }

    public void Dispose()
    {
        foreach (var kept in Drain())
        {
            kept.Client.Dispose();
        }
    }

    private (SmtpClient Client, DateTimeOffset Since)[] Drain()
    {
        var all = new (SmtpClient, DateTimeOffset)[_free.Count];
        return all[.._free.TryPopRange(all)];
    }

    private static async Task<bool> Answers(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.NoOpAsync(cancellation);
            return client.IsConnected;
        }
        catch (Exception gone) when (gone is not OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<SmtpClient> Open(CancellationToken cancellation)
    {
        // Revocation lists are fetched from wherever a certificate says: another way out that nobody has checked.
        var client = new SmtpClient { CheckCertificateRevocation = false, LocalDomain = settings.Domain };
        try
        {
            var socket = await network.Connect(settings.Host, settings.Port, settings.Security != SmtpSecurity.None, cancellation);
            await client.ConnectAsync(socket, settings.Host, settings.Port, Option(settings.Security), cancellation);
            if (settings is { User: { } user, Password: { } password })
            {
                await client.AuthenticateAsync(user, password, cancellation);
            }

            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static SecureSocketOptions Option(SmtpSecurity security) => security switch
    {
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };
}
