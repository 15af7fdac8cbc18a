using System.Globalization;
using System.Text;
using HuiminCoord.Domain.Auditing;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Channels.Reaching;
using Microsoft.EntityFrameworkCore;
using MimeKit;

namespace HuiminCoord.Server.Auditing;

/// <summary>Mails the newest checkpoint of each campaign to the second keeper, as a file that <c>audit verify --checkpoints</c> takes.</summary>
/// <remarks>
/// What a mail server has not taken is mailed the next time: the newest checkpoint of a campaign speaks for all before it. A start mails
/// all of them once, and two servers of a cluster mail the same ones: more copies do no harm.
/// </remarks>
internal sealed partial class KeeperMail(
    CoordinationDatabase database, KeeperMailSettings settings, ChannelSettings channels, MailCarrier mails, TimeProvider time, ILogger<KeeperMail> log) : BackgroundService
{
    private readonly Dictionary<string, long> _taken = [];

    /// <summary>Mails what was attested since the last mail that was taken.</summary>
    /// <returns>How many checkpoints; 0 also when the mail was not taken.</returns>
    internal async Task<int> SendNew(CancellationToken cancellation)
    {
        var fresh = (await Newest(cancellation)).Where(c => c.Said.Number > _taken.GetValueOrDefault(c.Said.Campaign)).ToList();
        if (fresh.Count == 0)
        {
            return 0;
        }

        using var mail = Mail(fresh);
        if ((await mails.Send(mail, cancellation)).Error is { } error)
        {
            NotTaken(error);
            return 0;
        }

        fresh.ForEach(c => _taken[c.Said.Campaign] = c.Said.Number);
        return fresh.Count;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Every, time);
        do
        {
            await SendNew(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<IReadOnlyList<SignedCheckpoint>> Newest(CancellationToken cancellation)
    {
        await using var db = database.OpenToRead();
        var rows = from head in db.AuditSealHeads.AsNoTracking()
                   join checkpoint in db.AuditCheckpoints.AsNoTracking() on new { head.Campaign, Number = head.Checkpoint } equals new { checkpoint.Campaign, checkpoint.Number }
                   orderby checkpoint.Campaign
                   select checkpoint;
        return [.. (await rows.ToListAsync(cancellation)).Select(r => r.ToSigned())];
    }

    private MimeMessage Mail(List<SignedCheckpoint> checkpoints)
    {
        var now = time.GetUtcNow();
        var lines = string.Concat(checkpoints.Select(c => CheckpointLine.Of(c) + "\n"));
        var file = $"audit-checkpoints-{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.jsonl";
        var mail = new MimeMessage
        {
            Date = now,
            Subject = $"【{channels.Signature}】审计检查点 {now.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC",
            Body = new Multipart("mixed")
            {
                new TextPart("plain") { Text = "附件为审计记录的签名检查点，请另行保存，勿改动。核验：audit verify --checkpoints 附件\n" },
                new MimePart("application", "jsonl")
                {
                    Content = new MimeContent(new MemoryStream(Encoding.UTF8.GetBytes(lines))), FileName = file,
                    ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = file }, ContentTransferEncoding = ContentEncoding.Base64,
                },
            },
        };
        mail.From.Add(new MailboxAddress(channels.Signature, channels.Smtp!.From));
        mail.To.Add(new MailboxAddress("", settings.Address));
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    [LoggerMessage(LogLevel.Warning, "The audit's checkpoints were not mailed ({Error}); they go with the next mail.")]
    private partial void NotTaken(string error);
}
