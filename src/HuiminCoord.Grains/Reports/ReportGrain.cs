using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Reports;
using HuiminCoord.Grains.Keeping;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Grains.Units;

namespace HuiminCoord.Grains.Reports;

/// <summary>The door of one unit's report. Key: <c>{campaign}/{unit}/{duty}</c>.</summary>
[Alias("report-grain")]
public interface IReportGrain : IWakeable
{
    /// <summary>Carries out a command. The answer comes after the commit, and where something was handed in, after the unit's actor took it.</summary>
    [Alias("ask")]
    Task<Answer> Ask(ReportCommand command, ReportAsker by, CommandKey? key);
}

/// <summary>A unit's report: it keeps what waits in the unit and what is corrected, and drives the obligation that it belongs to.</summary>
[GrainType(Rooms.Report)]
public sealed class ReportGrain([PersistentState(Keeper.StateName)] IPersistentState<Kept<ReportState, ReportEvent>> kept, Keeper keeper, ReportFacts facts)
    : DecidingGrain<ReportState, ReportCommand, ReportEvent>(kept, keeper), IReportGrain
{
    private ReportTerms _terms = new(null, null, new Dictionary<string, PartStage>(), null, null);
    private ReportAsker? _by;
    private (FilledSheet Sheet, IReadOnlyList<string> Parts)? _sheet;

    /// <inheritdoc/>
    public async Task<Answer> Ask(ReportCommand command, ReportAsker by, CommandKey? key)
    {
        (_by, _sheet) = (by, SheetIn(command));
        var answer = await Handle(command, key);
        var refused = await HandOver();
        // Asked again, the wish was stored; what the unit's actor said to it then is still the answer.
        refused ??= answer.Replayed && command is ReportCommand.Approve or ReportCommand.Enter && State.Refusal is { } code ? new Refusal(code) : null;
        return refused is not null && answer.Refusal is null ? answer with { Refusal = refused } : answer;
    }

    /// <inheritdoc/>
    public override async Task Wake(DateTimeOffset now)
    {
        (_by, _sheet) = (null, null);
        await base.Wake(now);
        await HandOver();
    }

    /// <inheritdoc/>
    protected override async ValueTask Prepare(DateTimeOffset now) => _terms = await facts.Of(Campaign, Unit, Duty, _sheet, _by);

    /// <inheritdoc/>
    protected override Decision<ReportEvent> Decide(ReportState state, ReportCommand command, DateTimeOffset now) => ReportRules.Decide(state, command, _terms, now);

    /// <inheritdoc/>
    protected override Decision<ReportEvent> DecideWake(ReportState state, DateTimeOffset now) => Decision<ReportEvent>.Nothing;

    /// <inheritdoc/>
    protected override ReportState Evolve(ReportState state, ReportEvent @event) => ReportRules.Evolve(state, @event);

    /// <inheritdoc/>
    protected override DateTimeOffset? NextWake(ReportState state, DateTimeOffset now) => ReportRules.NextWake(state, now);

    private UnitId Unit => new(RoomKey.IdOf(this.GetPrimaryKeyString()).Split('/')[0]);

    private DutyId Duty => new(RoomKey.IdOf(this.GetPrimaryKeyString()).Split('/')[1]);

    /// <summary>Hands what was approved to the unit's actor, which keeps what is owed. Interrupted, it goes on at the next wake.</summary>
    private async Task<Refusal?> HandOver()
    {
        if (State.Handing is not { } version)
        {
            return null;
        }

        var unit = GrainFactory.GetGrain<IUnitGrain>($"{Campaign}/{Unit}");
        var answer = await unit.Do(ReportRules.HandingOf(version, Duty), new CommandKey($"{this.GetPrimaryKeyString()}/{version.Number}", ""));
        await Handle(new ReportCommand.ConfirmHanded(version.Number, answer.Refusal?.Code), null);
        return answer.Refusal;
    }

    private static (FilledSheet Sheet, IReadOnlyList<string> Parts)? SheetIn(ReportCommand command) => command switch
    {
        ReportCommand.Propose c => (c.Sheet, c.Parts),
        ReportCommand.Enter c => (c.Sheet, c.Parts),
        _ => null,
    };
}
