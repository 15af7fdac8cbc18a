using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Onboarding;
using HuiminCoord.Domain.Tests.Campaigns;

namespace HuiminCoord.Domain.Tests.Onboarding;

/// <summary>Rows that speak of each other, and of what is known already; the rest is tested with real files.</summary>
public sealed class ContactRulesTests
{
    private static readonly KnownSeat Vacant = new(null, false, null);

    [Fact]
    public void Somebody_may_leave_a_seat_for_another_by_one_list() =>
        Assert.Equal([null, null], Codes(Known(liaison: new("甲", true, null)), ("教育局", "联络人", "乙"), ("教育局", "备用联络人", "甲")));

    [Fact]
    public void But_not_when_the_row_that_frees_the_seat_is_refused() =>
        Assert.Equal(["contact.named-by-unit", "seat.same-person"], Codes(Known(liaison: new("甲", false, "甲")), ("教育局", "联络人", "乙"), ("教育局", "备用联络人", "甲")));

    [Fact]
    public void What_the_unit_has_said_itself_may_be_repeated() => Assert.Equal([null], Codes(Known(liaison: new("甲", false, "甲")), ("教育局", "联络人", "甲")));

    [Fact]
    public void Whoever_holds_the_seat_without_an_account_is_taken() => Assert.Equal([null], Codes(Known(liaison: new("甲", false, null)), ("教育局", "联络人", "甲")));

    [Fact]
    public void A_seat_twice_names_the_row_that_stays()
    {
        var verdicts = Judge(Known(), ("教育局", "联络人", ""), ("教育局", "联络人", "甲"), ("jiaoyu", "liaison", "甲"));

        Assert.Equal(["contact.name-missing", null, "contact.seat-twice"], verdicts.Select(v => v.Refusal?.Code));
        Assert.Equal(["2"], verdicts[2].Refusal!.Arguments);
    }

    [Fact]
    public void A_unit_that_is_none_is_shown_short_and_without_signs_that_cannot_be_seen()
    {
        var verdict = Judge(Known(), ("\u0007" + new string('局', 60), "联络人", "甲"))[0];

        Assert.Equal((null, new string('局', 40)), (verdict.Unit, verdict.Refusal!.Arguments[0]));
    }

    private static Func<UnitId, SeatKind, KnownSeat> Known(KnownSeat? liaison = null) => (unit, seat) => unit.Value == "jiaoyu" && seat == SeatKind.Liaison ? liaison ?? Vacant : Vacant;

    private static IEnumerable<string?> Codes(Func<UnitId, SeatKind, KnownSeat> known, params (string Unit, string Seat, string Name)[] rows) => Judge(known, rows).Select(v => v.Refusal?.Code);

    private static IReadOnlyList<ContactVerdict> Judge(Func<UnitId, SeatKind, KnownSeat> known, params (string Unit, string Seat, string Name)[] rows) =>
        ContactRules.Judge([.. rows.Select((r, i) => new ContactRow(i + 1, r.Unit, r.Seat, new NamedPerson(r.Name, "", "", "")))], Huimin.Notice, known);
}
