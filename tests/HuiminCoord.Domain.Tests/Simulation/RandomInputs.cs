using HuiminCoord.Domain.Obligations;
using HuiminCoord.Domain.Units;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>The inputs of one seeded history: the issue of the plan, then fifteen months of people.</summary>
internal sealed class RandomInputs : IInputs
{
    private static readonly DateTime End = new(2021, 12, 20);
    private static readonly TimeSpan[] Edges =
    [
        new(0, 0, 0), new(0, 0, 1), new(8, 59, 59), new(9, 0, 0), new(9, 0, 1), new(15, 0, 0), new(17, 29, 59), new(17, 30, 0), new(23, 59, 59),
    ];

    private static readonly TimeSpan[] Evening = [new(9, 0, 0), new(17, 31, 0), new(23, 59, 59), new(24, 0, 0), new(33, 0, 0)];
    private static readonly DateOnly[] HotDays = [.. HotDaysOfThePlan()];
    private readonly SplitMix _random;
    private readonly CommandMaker _maker;
    private readonly int _meanGapHours;
    private DateTime? _next;
    private Obligation? _handInNext;
    private UnitCommand? _last;
    private readonly Queue<DateTime> _adoptions;
    private bool _urgeAgain;
    private bool _begun;

    public RandomInputs(SplitMix random, World world)
    {
        _random = random;
        _maker = new(random, world);
        _meanGapHours = random.Pick([40, 110, 160, 220, 300, 450, 700]);
        Outages = [.. Enumerable.Range(0, random.Chance(45) ? 0 : random.Between(1, 4)).Select(_ => SomeOutage())];
        _next = Issue();
        _adoptions = new(Adoptions(world, new SplitMix((ulong)_next.Value.Ticks)));
    }

    public IReadOnlyList<Outage> Outages { get; }

    public DateTimeOffset? NextAt => Adopts ? Reference.Shanghai.ToInstant(_adoptions.Peek()) : _next is { } at ? Instant(at) : null;

    /// <summary>True when the campaign tells of an imported paper before anybody does anything else.</summary>
    private bool Adopts => _adoptions.TryPeek(out var at) && (_next is null || at <= _next);

    public Input Take(UnitState state)
    {
        if (Adopts)
        {
            return new(Reference.Shanghai.ToInstant(_adoptions.Dequeue()), new UnitCommand.AdoptCalendar(1));
        }

        var at = _next!.Value;
        var input = new Input(Instant(at), Command(state, at));
        _urgeAgain = input.Command is UnitCommand.Urge && _random.Chance(25);
        _handInNext = !_urgeAgain && state.Open.Count > 0 && _random.Chance(15) ? _random.Pick(state.Open) : null;
        var next = _urgeAgain ? at.AddMinutes(_random.Below(300)) : OnItsLastDay(_handInNext, at) ?? Following(at);
        _next = next < End ? next : null;
        return input;
    }

    /// <summary>At the import; sometimes later, sometimes again, sometimes never.</summary>
    private static IEnumerable<DateTime> Adoptions(World world, SplitMix random) => world.Papers
        .Where(p => p.ImportedAt is not null)
        .SelectMany(p => new[] { p.KnownFrom, p.KnownFrom.AddMinutes(random.Below(3000)) }.Skip(random.Chance(80) ? 0 : random.Below(3)))
        .Order();

    private UnitCommand? Command(UnitState state, DateTime at)
    {
        if (!_begun && _random.Chance(90))
        {
            _begun = true;
            return new UnitCommand.Begin(1, Instant(_random.Chance(75) ? at : at.AddMinutes(-_random.Below(4000))), "局负责同志");
        }

        if (!_urgeAgain && _random.Chance(5))
        {
            return null;
        }

        _last = _urgeAgain ? _last : _handInNext is { } due ? _maker.HandIn(due, at) : _last is not null && _random.Chance(5) ? _last : _maker.Make(state, at);
        return _last;
    }

    /// <summary>The last minutes before lateness and the first of it.</summary>
    private DateTime? OnItsLastDay(Obligation? duty, DateTime now)
    {
        var at = duty is not null && DatedCommands.DueOf(duty) is { } due ? due.ToDateTime(TimeOnly.MinValue) + _random.Pick(Evening) : (DateTime?)null;
        return at > now && at < now.AddHours(4 * _meanGapHours) ? at : null;
    }

    private DateTime Issue() => _random.Chance(60)
        ? new DateTime(2020, 9, 17) + _random.Pick(Edges)
        : new DateTime(2020, 9, 14).AddDays(_random.Chance(90) ? _random.Below(40) : _random.Below(120)) + _random.Pick(Edges);

    private Outage SomeOutage()
    {
        var from = new DateTime(2020, 9, 20).AddMinutes(_random.Below(440 * 24 * 60));
        var length = _random.Chance(50) ? TimeSpan.FromMinutes(_random.Between(1, 3 * 24 * 60)) : TimeSpan.FromHours(_random.Between(3 * 24, 24 * 24));
        return new(Instant(from), Instant(from + length));
    }

    /// <summary>Minutes to weeks later; often on a day that matters, at a moment that matters.</summary>
    private DateTime Following(DateTime at)
    {
        var next = at.AddMinutes(_random.Chance(12) ? _random.Below(3) : _random.Below(2 * 60 * _meanGapHours));
        if (_random.Chance(35))
        {
            var day = HotDays.FirstOrDefault(d => d.ToDateTime(TimeOnly.MinValue) > at);
            next = day == default || (day.DayNumber - DateOnly.FromDateTime(at).DayNumber) * 24 > 3 * _meanGapHours ? next : day.ToDateTime(TimeOnly.MinValue);
        }

        var exact = _random.Chance(50) ? next.Date + _random.Pick(Edges) : next;
        return exact > at ? exact : next > at ? next : at.AddSeconds(_random.Below(90));
    }

    /// <summary>The same instant is written with Shanghai's offset or another.</summary>
    private DateTimeOffset Instant(DateTime shanghai)
    {
        var instant = Reference.Shanghai.ToInstant(shanghai);
        return _random.Chance(70) ? instant : instant.ToOffset(_random.Chance(50) ? TimeSpan.Zero : TimeSpan.FromHours(-7));
    }

    private static IEnumerable<DateOnly> HotDaysOfThePlan()
    {
        var dues = Enumerable.Range(0, 13).Select(i => new DateOnly(2020, 9, 28).AddMonths(i)).Append(new(2020, 12, 3)).Append(new(2020, 11, 25)).Append(new(2021, 10, 25));
        return dues.SelectMany(d => Enumerable.Range(-6, 22).Select(d.AddDays)).Distinct().Order();
    }
}
