using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Serving;

/// <summary>Prints each message to the terminal of the server as it is delivered.</summary>
public sealed class ReminderPrinter(InboxHints hints, CoordinationDatabase database, Plan plan) : BackgroundService
{
    private readonly Dictionary<string, long> _printed = [];

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var db = database.OpenToRead();
        foreach (var head in await db.InboxHeads.Where(h => h.Campaign == plan.Campaign.Value).ToListAsync(cancellationToken))
        {
            _printed[head.Recipient] = head.Head;
        }

        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = hints.Subscribe();
        try
        {
            await foreach (var hint in subscription.Hints.ReadAllAsync(stoppingToken))
            {
                await Print(hint.Recipient, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private async Task Print(string recipient, CancellationToken cancellation)
    {
        var after = _printed.GetValueOrDefault(recipient);
        await using var db = database.OpenToRead();
        var rows = await db.Inbox.Where(i => i.Campaign == plan.Campaign.Value && i.Recipient == recipient && i.Seq > after).OrderBy(i => i.Seq).ToListAsync(cancellation);
        foreach (var row in rows)
        {
            System.Console.WriteLine(Line(row));
            _printed[recipient] = row.Seq;
        }
    }

    private string Line(InboxRow row)
    {
        var day = ChinaTime.DateOf(row.At);
        return $"{day:yyyy-MM-dd} {DateWords.Weekday(day)} {ChinaTime.TimeOf(row.At):HH:mm}  {Who(row.Recipient)}  {row.Title}";
    }

    private string Who(string recipient)
    {
        var parts = recipient.Split('/');
        var seat = parts[^1] switch
        {
            "liaison" => "联络人",
            "deputy" => "备用联络人",
            "leader" => "负责同志",
            "office" => "联席办",
            "convenor" => "召集人",
            _ => "督导工作组",
        };
        return parts.Length == 1 ? seat : $"{plan.Units.Single(u => u.Id.Value == parts[0]).Name} {seat}";
    }
}
