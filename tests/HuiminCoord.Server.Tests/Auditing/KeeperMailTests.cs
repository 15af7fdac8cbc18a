using System.Text;
using HuiminCoord.Domain.Auditing;
using HuiminCoord.Grains.Auditing;
using HuiminCoord.Grains.Clocks;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Auditing;
using HuiminCoord.Server.Channels.Reaching;
using HuiminCoord.Server.Settings;
using HuiminCoord.Server.Tests.Channels;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace HuiminCoord.Server.Tests.Auditing;

/// <summary>A second keeper who gets the checkpoints by mail can tell that the audit was altered.</summary>
public sealed class KeeperMailTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("huimin-keeper-").FullName;
    private readonly SmtpReceiver _receiver = new();
    private CoordinationDatabase _database = null!;
    private ChannelWorld _world = null!;
    private KeeperMail _mail = null!;
    private AuditKeys _keys = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _database = CoordinationDatabase.InDirectory(_directory);
        await _database.CreateOrUpgrade();
        _keys = AuditKeys.OpenOrCreate(Path.Combine(_directory, "audit-key.pem"));
        _world = new ChannelWorld(_database, ChannelWorld.Settings(_receiver));
        using var logs = LoggerFactory.Create(l => l.AddProvider(_world.Log));
        _mail = new KeeperMail(_database, new("keeper@example.org", TimeSpan.FromHours(1)), ChannelWorld.Settings(_receiver), _world.Get<MailCarrier>(), _world.Time, logs.CreateLogger<KeeperMail>());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _mail.Dispose();
        await _world.DisposeAsync();
        await _database.DisposeAsync();
        await _receiver.DisposeAsync();
        _keys.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task The_newest_checkpoint_is_mailed_once_and_tells_what_was_cut_off()
    {
        Assert.Equal(0, await _mail.SendNew(Cancellation));
        await Tell(3);
        Assert.Equal(1, await _mail.SendNew(Cancellation));
        Assert.Equal(0, await _mail.SendNew(Cancellation));
        var mail = Assert.Single(_receiver.Taken);
        Assert.Equal(("keeper@example.org", "auto-generated"), (mail.To, mail.Mail.Headers["Auto-Submitted"]));
        Assert.Equal(3, Read(mail).Said.Position);

        // Everything here and its published copy go back to an earlier state together; the keeper's copy stays.
        await File.WriteAllTextAsync(Path.Combine(_directory, "kept.jsonl"), CheckpointLine.Of(Read(mail)) + "\n", Cancellation);
        foreach (var table in (string[])["audit", "audit_seal", "audit_checkpoint", "audit_seal_head", "audit_head", "relay_cursor"])
        {
            await Upgrading.EarlierDatabase.Rows(_database, $"DELETE FROM {table}");
        }

        Assert.True((await Verify()).Sound);
        Assert.False((await Verify(Path.Combine(_directory, "kept.jsonl"))).Sound);
    }

    [Fact]
    public async Task What_was_not_taken_goes_with_the_next_mail()
    {
        await Tell(2);
        _receiver.Reply = _ => Task.FromResult<string?>("451 later");
        Assert.Equal(0, await _mail.SendNew(Cancellation));
        Assert.Contains(_world.Log.Lines, l => l.Contains("smtp-451", StringComparison.Ordinal) && !l.Contains("keeper@example.org", StringComparison.Ordinal));

        await Tell(2);
        _receiver.Reply = _ => Task.FromResult<string?>("250 kept");
        Assert.Equal(1, await _mail.SendNew(Cancellation));
        Assert.Equal(4, Read(_receiver.Taken[^1]).Said.Position);
    }

    [Theory]
    [InlineData("nobody", "60", true, "HUIMINCOORD_AUDIT_MAIL='nobody'")]
    [InlineData("keeper@example.org", "0", true, "HUIMINCOORD_AUDIT_MAIL_MINUTES='0'")]
    [InlineData("keeper@example.org", "1441", true, "HUIMINCOORD_AUDIT_MAIL_MINUTES='1441'")]
    [InlineData("keeper@example.org", "60", false, "HUIMINCOORD_SMTP")]
    public void Settings_that_cannot_be_used_are_refused(string address, string minutes, bool smtp, string why)
    {
        var channels = smtp ? ChannelWorld.Settings(_receiver) : ChannelSettings.None;
        var refused = Assert.Throws<CommandRefusedException>(() => KeeperMailSettings.From(name => name.EndsWith("MINUTES", StringComparison.Ordinal) ? minutes : address, channels));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Null(KeeperMailSettings.From(_ => null, channels));
    }

    private static SignedCheckpoint Read(TakenMail mail)
    {
        using var content = new MemoryStream();
        ((MimePart)mail.Mail.Attachments.Single()).Content!.DecodeTo(content, Cancellation);
        return CheckpointLine.Read(Encoding.UTF8.GetString(content.ToArray()).TrimEnd('\n'))!;
    }

    private async Task Tell(int rows)
    {
        await _database.Write((db, token) => AuditLog.Append(db, [.. Enumerable.Range(0, rows).Select(i => new AuditEntry(AuditLog.Server, "account", $"a-{i}", DateTimeOffset.UnixEpoch, null, "account.issued", "{}"))], token), Cancellation);
        await Seal();
    }

    /// <summary>A second or more lies between checkpoints.</summary>
    private async Task Seal()
    {
        _world.Time.Advance(TimeSpan.FromSeconds(2));
        await new AuditSealing(_database, CampaignClock.Live(_world.Time)).Round(_keys, Cancellation);
    }

    private Task<AuditReport> Verify(params string[] files) => new AuditVerification(_database, _keys).Run(null, files, (_, _) => { }, Cancellation);
}
