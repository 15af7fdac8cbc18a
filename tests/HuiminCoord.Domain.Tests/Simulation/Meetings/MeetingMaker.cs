using HuiminCoord.Domain.Meetings;
using HuiminCoord.Domain.Tests.Simulation.Reference;

namespace HuiminCoord.Domain.Tests.Simulation.Meetings;

/// <summary>Makes up what people do to a meeting: what comes next most of the time, anything now and then.</summary>
/// <remarks>A new command gets a line in <see cref="All"/>, and in <see cref="Next"/> where it is usual.</remarks>
internal sealed class MeetingMaker
{
    private readonly SplitMix _random;
    private readonly ArrangementMaker _arrangements;
    private readonly ItemMaker _items;
    private readonly SessionMaker _session;
    private readonly List<Func<MeetingState, DateTime, MeetingCommand>> _all;
    private readonly int _odd;

    public MeetingMaker(SplitMix random, CampaignWorld world)
    {
        _random = random;
        var words = new Words(random);
        (_arrangements, _items, _session) = (new(random, words, world), new(random, words, world), new(random, words, world));
        _odd = random.Pick([3, 8, 25]);
        _all = All();
    }

    public MeetingCommand Make(MeetingState state, DateTime now) => _random.Chance(_odd) ? _random.Pick(_all)(state, now) : Next(state, now);

    public MeetingCommand Propose(DateTime now) => _arrangements.Propose(now);

    /// <summary>The same kind of thing said over and over: until there are too many.</summary>
    public MeetingCommand? Flood(MeetingState state, DateTime now, int number) => state.Stage switch
    {
        MeetingStage.Proposed => new MeetingCommand.AddItem(AgendaHeading.ToDecide, $"事项之{number}", "", "联席办", 3, []),
        MeetingStage.InSession => _session.Plain(state, now, number),
        MeetingStage.Circulated => new MeetingCommand.Correct(state.Arrangement!.Units[0], $"意见之{number}"),
        _ => null,
    };

    private List<Func<MeetingState, DateTime, MeetingCommand>> All() =>
    [
        (s, now) => _random.Chance(30) && s.Arrangement is { } a ? new MeetingCommand.Propose(s.Kind, s.Unit, a) : _arrangements.Propose(now),
        (s, now) => new MeetingCommand.Arrange(_arrangements.Other(s, now)),
        (_, _) => new MeetingCommand.Compose(),
        (s, _) => _items.Add(s),
        (_, _) => _items.Suggest(),
        (s, _) => _items.Change(s),
        (s, _) => _items.Remove(s),
        (s, _) => _items.Restore(s),
        (s, _) => _items.Order(s),
        (_, _) => new MeetingCommand.Submit(),
        (_, _) => new MeetingCommand.TakeBack(),
        (_, _) => new MeetingCommand.Agree(),
        (_, _) => _arrangements.Return(),
        (s, now) => _arrangements.Notify(s, now),
        (s, now) => _arrangements.Move(s, now),
        (_, _) => _arrangements.Cancel(),
        (s, _) => _arrangements.Reply(s),
        (_, _) => _session.Begin(),
        (_, _) => _session.TakeOver(),
        (s, _) => _session.Attend(s),
        (s, _) => _session.TurnTo(s),
        (s, _) => _session.Note(s),
        (s, now) => _session.Record(s, now),
        (s, now) => _session.Change(s, now),
        (s, _) => _session.Drop(s),
        (s, _) => _session.End(s),
        (_, now) => _session.Circulate(now),
        (s, _) => _session.Correct(s),
        (_, _) => new MeetingCommand.Confirm(),
        (_, _) => new MeetingCommand.ConfirmHanded(_random.Between(1, 3), null),
    ];

    private MeetingCommand Next(MeetingState s, DateTime now) => s.Stage switch
    {
        MeetingStage.None => _arrangements.Propose(now),
        MeetingStage.Proposed or MeetingStage.Returned => Prepare(s, now),
        MeetingStage.Submitted => _random.Weighted([55, 25, 20]) switch { 0 => new MeetingCommand.Agree(), 1 => _arrangements.Return(), _ => new MeetingCommand.TakeBack() },
        MeetingStage.Agreed => _random.Weighted([60, 15, 10, 15]) switch { 0 => _arrangements.Notify(s, now), 1 => _arrangements.Move(s, now), 2 => new MeetingCommand.TakeBack(), _ => _arrangements.Notify(s, now) },
        MeetingStage.Noticed when now < Shanghai.Of(s.Arrangement!.StartsAt) =>
            _random.Weighted([60, 12, 18, 2, 1]) switch { 0 => _arrangements.Reply(s), 1 => _arrangements.Move(s, now), 2 => _items.Add(s), 3 => _session.Begin(), _ => _arrangements.Cancel() },
        MeetingStage.Noticed => _random.Weighted([85, 6, 4, 4, 1]) switch { 0 => _session.Begin(), 1 => _arrangements.Reply(s), 2 => _arrangements.Move(s, now), 3 => _items.Add(s), _ => _arrangements.Cancel() },
        MeetingStage.InSession => Sit(s, now),
        MeetingStage.Ended => _random.Weighted([40, 25, 15, 5, 8, 7]) switch { 0 => _session.Circulate(now), 1 => _session.Record(s, now), 2 => _session.Change(s, now), 3 => _session.TakeOver(), 4 => _session.Attend(s), _ => _session.Note(s) },
        MeetingStage.Circulated => _random.Weighted([35, 8, 6, 6, 4, 41]) switch { 0 => _session.Correct(s), 1 => _session.Change(s, now), 2 => _session.Drop(s), 3 => _session.Circulate(now), 4 => _session.TakeOver(), _ => new MeetingCommand.Confirm() },
        _ => _random.Pick(_all)(s, now),
    };

    private MeetingCommand Prepare(MeetingState s, DateTime now) => _random.Weighted([28, 10, 8, 14, 9, 6, 8, 4, 13]) switch
    {
        0 => new MeetingCommand.Compose(),
        1 => _items.Add(s),
        2 => _items.Suggest(),
        3 => _items.Change(s),
        4 => _items.Remove(s),
        5 => _items.Restore(s),
        6 => _items.Order(s),
        7 => new MeetingCommand.Arrange(_arrangements.Other(s, now)),
        _ => new MeetingCommand.Submit(),
    };

    private MeetingCommand Sit(MeetingState s, DateTime now) => _random.Weighted([16, 14, 12, 30, 9, 5, 4, 4, 6]) switch
    {
        0 => _session.Attend(s),
        1 => _session.TurnTo(s),
        2 => _session.Note(s),
        3 => _session.Record(s, now),
        4 => _session.Change(s, now),
        5 => _session.Drop(s),
        6 => _session.TakeOver(),
        7 => _items.Add(s),
        _ => _session.End(s),
    };
}

/// <summary>What people type: sensible mostly, also nothing, or too much.</summary>
internal sealed class Words(SplitMix random)
{
    public string Some(string usual, int longest = 200) => random.Weighted([94, 2, 3, 1]) switch
    {
        0 => usual,
        1 => " ",
        2 => new string('长', longest + 1),
        _ => new string('长', 4001),
    };

    /// <summary>As <see cref="Some"/>, or two blanks around it.</summary>
    public string Padded(string usual, int longest = 200) => random.Chance(6) ? $" {usual} " : Some(usual, longest);
}
