using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

/// <summary>Something that happens in a campaign from outside.</summary>
internal abstract record CampaignInput(DateTimeOffset At)
{
    /// <param name="Command">Null = a wake that nothing asked for.</param>
    public sealed record ToUnit(DateTimeOffset At, UnitId Unit, UnitCommand? Command) : CampaignInput(At);

    /// <param name="Command">Null = a wake that nothing asked for.</param>
    /// <param name="Stops">After how many steps of handing decisions to their owners the program stops; null = it does not.</param>
    public sealed record ToMeeting(DateTimeOffset At, string Meeting, MeetingCommand? Command, int? Stops = null) : CampaignInput(At);

    /// <summary>All actors begin again with nothing but their events.</summary>
    public sealed record Restart(DateTimeOffset At) : CampaignInput(At);
}

/// <summary>What inputs may look at before they are made up.</summary>
internal interface ICampaignView
{
    UnitState Unit(UnitId unit);

    MeetingState Meeting(string meeting);
}

/// <summary>Where the inputs of a campaign come from, one after the other.</summary>
internal interface ICampaignInputs
{
    IReadOnlyList<Outage> Outages { get; }

    /// <summary>When the next one comes; null = no more.</summary>
    DateTimeOffset? NextAt { get; }

    CampaignInput Take(ICampaignView view);
}

/// <summary>Inputs written down, to repeat a history or a part of it.</summary>
internal sealed class WrittenCampaign(IReadOnlyList<CampaignInput> inputs, IReadOnlyList<Outage> outages) : ICampaignInputs
{
    private int _taken;

    public IReadOnlyList<Outage> Outages => outages;

    public DateTimeOffset? NextAt => _taken < inputs.Count ? inputs[_taken].At : null;

    public CampaignInput Take(ICampaignView view) => inputs[_taken++];
}
