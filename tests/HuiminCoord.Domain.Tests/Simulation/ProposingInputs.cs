using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>The inputs of a history, and between them changes of the unit's member: proposed, taken back, decided, decided again.</summary>
/// <param name="decides">How many in a hundred proposals are decided by themselves.</param>
internal sealed class ProposingInputs(IInputs people, SplitMix random, int decides = 70) : FollowingInputs(people, random)
{
    private static readonly string[] Holders = ["阿古拉", "张三", "李四", "局负责同志", "巴图", "巴图", "赵六"];
    private readonly SplitMix _random = random;
    private readonly int _eagerness = random.Pick([1, 4, 10]);

    protected override void After(UnitCommand? command, DateTime at)
    {
        switch (command)
        {
            case UnitCommand.ProposeMember wish:
                Plan(decides, at, Decide);
                Plan(decides / 4, at, Decide);
                Plan(12, at, (_, _) => Withdraw());
                Plan(12, at, (_, _) => _random.Chance(50) ? wish : wish with { From = null });
                break;
            case UnitCommand.DecideMember:
                Plan(20, at, (_, _) => command);
                Plan(20, at, Decide);
                Plan(20, at, (state, now) => Propose(state, now));
                Plan(25, at, (state, _) => Sits(state));
                break;
            default:
                Plan(_eagerness, at, (state, now) => _random.Weighted([80, 12, 8]) switch { 0 => Propose(state, now), 1 => Decide(state, now), _ => Withdraw() });
                break;
        }
    }

    private UnitCommand.ProposeMember Propose(UnitState state, DateTime now)
    {
        var holder = _random.Chance(8) ? state.Liaison?.Holder ?? "" : _random.Chance(4) ? new string('长', 41) : _random.Chance(3) ? " " : _random.Pick(Holders);
        return new(holder, "局长", _random.Chance(20) ? "" : "0471", Wished(now), Text("工作调整"));
    }

    private DateOnly? Wished(DateTime now) => _random.Weighted([45, 50, 5]) switch
    {
        0 => null,
        1 => DateOnly.FromDateTime(now).AddDays(_random.Between(-2, 20)),
        _ => DateOnly.FromDateTime(now).AddDays(400),
    };

    private UnitCommand.DecideMember Decide(UnitState state, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        DateOnly? from = _random.Chance(50) ? null : _random.Chance(3) ? today.AddDays(400) : today.AddDays(_random.Between(-8, 14));
        DateOnly? until = _random.Chance(65) ? null : today.AddDays(_random.Between(-4, 120));
        return new(_random.Chance(75), from, until, Text("第1次全体会议"));
    }

    private UnitCommand.WithdrawMember Withdraw() => new(_random.Chance(50) ? "" : Text("不再调整"));

    /// <summary>Whoever the meeting agreed to is named to a seat before their day; or somebody else is.</summary>
    private UnitCommand.NameSeat Sits(UnitState state) => new(
        _random.Pick([SeatKind.Leader, SeatKind.Liaison, SeatKind.Deputy]), state.Member?.Pending?.Holder ?? _random.Pick(Holders), "", "", null, null);

    private string Text(string usual) => _random.Weighted([92, 4, 3, 1]) switch { 0 => usual, 1 => " ", 2 => new string('长', 101), _ => new string('长', 4001) };
}
