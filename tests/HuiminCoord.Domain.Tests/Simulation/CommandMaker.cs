using HuiminCoord.Domain.Deciding;
using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>Makes up what people do: sensible most of the time, wrong often enough to meet every refusal.</summary>
internal sealed class CommandMaker
{
    private static readonly string[] Holders = ["阿古拉", "张三", "李四", "局负责同志", ""];

    // submit, accept, return, waive, ask, decide, move, urge, assign, name, end, absent, confirm, begin
    private static readonly int[][] Tempers =
    [
        [30, 30, 5, 2, 3, 4, 2, 3, 3, 4, 1, 3, 1, 1],
        [25, 12, 14, 3, 4, 5, 4, 4, 6, 4, 2, 4, 1, 1],
        [6, 6, 3, 2, 10, 10, 8, 8, 6, 6, 4, 8, 1, 1],
        [0, 2, 1, 1, 2, 2, 3, 8, 2, 6, 4, 8, 1, 1],
        [12, 10, 10, 8, 8, 8, 10, 8, 8, 12, 10, 12, 2, 2],
    ];

    private readonly SplitMix _random;
    private readonly int[] _temper;
    private readonly DatedCommands _dated;
    private readonly List<DutyId> _planned;

    public CommandMaker(SplitMix random, World world)
    {
        _random = random;
        _temper = random.Pick(Tempers);
        _dated = new(random);
        _planned = [.. world.Plan.Duties.SelectMany(Occurrence.Of).Select(o => o.Id), new("unheard-of")];
    }

    public UnitCommand Make(UnitState state, DateTime now)
    {
        var open = Any(state);
        var today = DateOnly.FromDateTime(now);
        return _random.Weighted(_temper) switch
        {
            0 => new UnitCommand.Submit(open.Id, Parts(), Text(), _random.Chance(5), Received(now)),
            1 => new UnitCommand.Accept(open.Id, Parts()),
            2 => new UnitCommand.Return(open.Id, Part(), _random.Chance(92) ? [new("全部", _random.Chance(95) ? "请核实" : "")] : []),
            3 => new UnitCommand.Waive(open.Id, Parts(), Text()),
            4 => _dated.Ask(open, today, Text()),
            5 => _dated.Decide(state.Open.Find(o => o.ExtensionAsked is not null) ?? open, today, Text()),
            6 => _dated.Move(open, today, Text()),
            7 => new UnitCommand.Urge(open.Id, _random.Chance(50) ? "" : Text()),
            8 => _dated.Assign(open.Id, today, Text()),
            9 => Name(today),
            10 => new UnitCommand.EndSeat(Seat(), today.AddDays(_random.Between(-4, 10))),
            11 => Absent(today.AddDays(_random.Between(-3, 6))),
            12 => new UnitCommand.ConfirmReceipt(_random.Chance(80) ? "plan-1" : "plan-2"),
            _ => new UnitCommand.Begin(_random.Chance(80) ? 1 : 2, Reference.Shanghai.ToInstant(now), "局负责同志"),
        };
    }

    /// <summary>All that is left of a duty, by its unit or entered by the office with the time of receipt.</summary>
    public UnitCommand HandIn(Obligation duty, DateTime now) => new UnitCommand.Submit(duty.Id, [], "", false, Received(now));

    public UnitCommand BeginReview(DutyId duty) => new UnitCommand.BeginReview(duty, Parts());

    public UnitCommand TakeBack(DutyId duty) => new UnitCommand.Withdraw(duty, Parts(), Text());

    /// <summary>One that is open, mostly.</summary>
    public Obligation Any(UnitState state) => state.Open.Count > 0 && _random.Chance(93) ? state.Open[Target(state.Open.Count)] : new Obligation(_random.Pick(_planned));

    /// <summary>The latest duties are spoken of most.</summary>
    private int Target(int count) => _random.Chance(60) ? Math.Max(0, count - 1 - _random.Below(3)) : _random.Below(count);

    private string[] Parts() => _random.Weighted([60, 13, 13, 6, 6, 2]) switch
    {
        0 => [],
        1 => ["summary"],
        2 => ["table"],
        3 => ["summary", "table"],
        4 => ["all"],
        _ => ["cover"],
    };

    private string Part() => _random.Pick(["summary", "summary", "table", "table", "all", "cover"]);

    private string Text() => _random.Weighted([88, 11, 1]) switch
    {
        0 => "情况说明",
        1 => "",
        _ => new string('长', FreeText.MaxLength + 1),
    };

    /// <summary>代录: mostly earlier, rarely in the future.</summary>
    private DateTimeOffset? Received(DateTime now) => _random.Weighted([70, 27, 3]) switch
    {
        0 => null,
        1 => Reference.Shanghai.ToInstant(now.AddMinutes(-_random.Below(9 * 24 * 60))),
        _ => Reference.Shanghai.ToInstant(now.AddMinutes(_random.Between(1, 3000))),
    };

    private SeatKind Seat() => _random.Pick([SeatKind.Liaison, SeatKind.Liaison, SeatKind.Deputy, SeatKind.Leader]);

    private UnitCommand.NameSeat Name(DateOnly today)
    {
        DateOnly? from = _random.Chance(70) ? null : today.AddDays(_random.Between(-5, 9));
        DateOnly? until = _random.Chance(70) ? null : today.AddDays(_random.Between(-2, 90));
        return new(Seat(), _random.Pick(Holders), "科员", "", from, until);
    }

    private UnitCommand.MarkAbsent Absent(DateOnly from) => new(Seat(), from, from.AddDays(_random.Between(-1, 14)));
}
