using System.Globalization;
using HuiminCoord.Domain.Channels;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace HuiminCoord.Server.Channels.Reaching;

/// <summary>Hands messages to the mail server, each under a <c>Message-ID</c> made of its delivery id.</summary>
internal sealed class MailCarrier(ChannelSettings settings, OutsideNetwork network, TimeProvider time) : IDisposable
{
    /// <summary>The delivery id once more, for programs that sort mail.</summary>
    private const string IdHeader = "X-HuiminCoord-Delivery";

    /// <summary>A full mailbox is emptied some day, although its reply has the form of a last word (RFC 5321, 4.5.3.1.10).</summary>
    private const SmtpStatusCode MailboxFull = SmtpStatusCode.ExceededStorageAllocation;

    private readonly MailSessions? _sessions = settings.Smtp is { } smtp ? new(smtp, network, time) : null;

    /// <summary>One attempt. Cancelling leaves open whether the server has taken it.</summary>
    internal async Task<Attempt> Send(string address, OutsideMessage message, CancellationToken cancellation)
    {
        using var mail = Mail(address, message);
        return await Send(mail, cancellation);
    }

    /// <summary>The same for any mail of ours.</summary>
    internal async Task<Attempt> Send(MimeMessage mail, CancellationToken cancellation)
    {
        try
        {
            var session = await _sessions!.Take(cancellation);
            try
            {
                await session.SendAsync(mail, cancellation);
            }
            catch
            {
                session.Dispose();
                throw;
            }

            _sessions.GiveBack(session);
            return Attempt.Taken;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return Failed(failure);
        }
    }

    /// <summary>Closes connections that nobody uses.</summary>
    internal void Trim() => _sessions?.Trim();

    public void Dispose() => _sessions?.Dispose();

    private static Attempt Failed(Exception failure) => failure switch
    {
        AttemptFailedException known => known.Attempt,
        SmtpCommandException refused => new(Code(refused.StatusCode), IsLastWord(refused)),
        AuthenticationException => new(Failures.SignInFailed),
        SslHandshakeException or NotSupportedException => new(Failures.EncryptionFailed),
        _ => new(Failures.Broken),
    };

    private static string Code(SmtpStatusCode status) => string.Create(CultureInfo.InvariantCulture, $"{Failures.Smtp}{(int)status}");

    /// <summary>Only about the recipient or the mail itself: that the sender or our sign-in is refused, the operator can mend.</summary>
    private static bool IsLastWord(SmtpCommandException refused) =>
        refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted
        && (int)refused.StatusCode is >= 500 and < 600 && refused.StatusCode is not (MailboxFull or SmtpStatusCode.AuthenticationRequired);

    private MimeMessage Mail(string address, OutsideMessage message)
    {
        var smtp = settings.Smtp!;
        var mail = new MimeMessage
        {
            MessageId = $"{message.Id}@{smtp.Domain}",
            Date = time.GetUtcNow(),
            Subject = message.Subject,
            Body = Body(message),
        };
        mail.From.Add(new MailboxAddress(settings.Signature, smtp.From));
        mail.To.Add(new MailboxAddress("", address));
        mail.Headers.Add(IdHeader, message.Id);
        // Nobody's absence notice should answer a machine (RFC 3834).
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    /// <summary>The text alone, or the text with a calendar file.</summary>
    private static MimeEntity Body(OutsideMessage message)
    {
        var text = new TextPart("plain") { Text = $"{message.Text}\n" };
        if (message.Invitation is not { } invitation)
        {
            return text;
        }

        var calendar = new MimePart("text", "calendar")
        {
            Content = new MimeContent(new MemoryStream(invitation.Calendar)), ContentTransferEncoding = ContentEncoding.Base64,
            ContentDisposition = new(ContentDisposition.Attachment), FileName = invitation.File,
        };
        calendar.ContentType.Parameters.Add("method", invitation.Method);
        calendar.ContentType.Parameters.Add("charset", "utf-8");
        return new Multipart("mixed") { text, calendar };
    }
}
