using System.Globalization;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Messages;
using HuiminCoord.Domain.Supervision;
using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Registers;
using HuiminCoord.Grains.Relaying;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Storage.Rows;

namespace HuiminCoord.Grains.Supervision;

/// <summary>How a group's events become its row and those of its problems, and what of them the office is told.</summary>
public sealed class SupervisionRegister : IRegister
{
    /// <inheritdoc/>
    public string GrainType => Rooms.Supervision;

    /// <inheritdoc/>
    public async Task Apply(RelayedEvent e, RelayBatch batch, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(e);
        ArgumentNullException.ThrowIfNull(batch);
        var (group, @event) = (RoomKey.IdOf(e.GrainKey), e.Read<SupervisionEvent>());
        var row = await batch.Db.Supervisions.FindAsync([e.Campaign, group], ct);
        var state = SupervisionRules.Evolve(row is null ? new SupervisionState() : StoredJson.Read<SupervisionState>(row.Payload), @event);
        if (row is null)
        {
            row = new SupervisionRow { Campaign = e.Campaign, Team = group, Payload = "" };
            batch.Db.Supervisions.Add(row);
        }

        row.Payload = StoredJson.Write(state);
        if (NumberIn(@event) is { } number)
        {
            await Keep(state.Problem(number)!, e.Campaign, group, batch, ct);
        }

        if (@event is SupervisionEvent.FilesAdded files)
        {
            AttachmentBook.Add(e, batch, files.Visit, null, files.Files);
        }

        Tell(@event, state, group, e, batch);
    }

    /// <summary>A stage as it stands in rows and answers: <c>struckoff</c>.</summary>
    internal static string Word(ProblemStage stage) => stage.ToString().ToLowerInvariant();

    /// <summary>The group hears what it is to look at, the office that there is a report.</summary>
    private static void Tell(SupervisionEvent @event, SupervisionState state, string group, RelayedEvent e, RelayBatch batch)
    {
        (string To, Message Text)? told = @event switch
        {
            SupervisionEvent.MandateRecorded x => (Recipients.Group, SupervisionNotices.Mandate(group, x.Mandate, ChinaTime.DateOf(x.At))),
            SupervisionEvent.ReportHanded => (Recipients.Office, SupervisionNotices.Report(group, state, ChinaTime.DateOf(e.At))),
            _ => null,
        };
        if (told is var (to, message))
        {
            var slot = string.Create(CultureInfo.InvariantCulture, $"{message.Kind}:{group}:{e.Sequence}");
            batch.Deliver(new InboxDraft(e.Campaign, to, slot, e.At, message.Kind, message.Title, message.Body, StoredJson.Write(new { group })));
        }
    }

    private static int? NumberIn(SupervisionEvent @event) => @event switch
    {
        SupervisionEvent.ProblemAdded x => x.Number,
        SupervisionEvent.ProblemChecked x => x.Number,
        SupervisionEvent.ProblemStruckOff x => x.Number,
        SupervisionEvent.UnitTold x => x.Number,
        _ => null,
    };

    private static async Task Keep(SupervisionProblem problem, string campaign, string group, RelayBatch batch, CancellationToken ct)
    {
        var (stage, payload) = (Word(problem.Stage), StoredJson.Write(problem));
        if (await batch.Db.Problems.FindAsync([campaign, group, problem.Number], ct) is { } row)
        {
            (row.Stage, row.Payload) = (stage, payload);
            return;
        }

        batch.Db.Problems.Add(new ProblemRow
        {
            Campaign = campaign, Team = group, Number = problem.Number, Unit = problem.Unit.Value,
            Duty = SupervisionNames.Duty(group, problem.Number).Value, Stage = stage, Payload = payload,
        });
    }
}
