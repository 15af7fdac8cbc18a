using HuiminCoord.Domain.Access;
using HuiminCoord.Domain.Drafts;
using HuiminCoord.Domain.Identity;

namespace HuiminCoord.Domain.Tests.Drafts;

public sealed class DraftOwnerTests
{
    private static readonly string[] Seats =
        ["convenor", "office-director", "office-staff", "jiaoyu/leader", "jiaoyu/liaison", "jiaoyu/deputy", "jiaoyu/section-shipin", "minzheng/liaison", "group", "system-admin"];

    [Fact]
    public void A_unit_s_people_share_its_drafts_and_nobody_else() =>
        Assert.Equal(["jiaoyu/leader", "jiaoyu/liaison", "jiaoyu/deputy"], Sharing(DraftOwner.OfUnit(new UnitId("jiaoyu"))));

    [Fact]
    public void Director_and_staff_share_the_office_s() => Assert.Equal(["office-director", "office-staff"], Sharing(DraftOwner.Office));

    [Fact]
    public void A_seat_s_draft_is_one_person_s()
    {
        var own = DraftOwner.OfSeat("group@anna");

        Assert.True(own.IsSharedBy(new SeatAddress(SeatRole.Group), "group@anna"));
        Assert.False(own.IsSharedBy(new SeatAddress(SeatRole.Group), "group@berta"));
        Assert.False(own.IsSharedBy(new SeatAddress(SeatRole.Convenor), "convenor@anna"));
        Assert.Equal("seat/group@anna", own.Text);
    }

    [Theory]
    [InlineData("unit/jiaoyu", "jiaoyu")]
    [InlineData("office", null)]
    [InlineData("seat/group@anna", null)]
    public void A_unit_is_read_from_its_owner(string owner, string? unit) => Assert.Equal(unit, DraftOwner.UnitOf(owner));

    [Theory]
    [InlineData("submit/monthly-2020-09/summary", true)]
    [InlineData("calendar", true)]
    [InlineData("a/b/c/4", true)]
    [InlineData("a/b/c/d/e", false)]
    [InlineData("", false)]
    [InlineData("a//b", false)]
    [InlineData("/a", false)]
    [InlineData("A", false)]
    [InlineData("a b", false)]
    [InlineData("../a", false)]
    [InlineData(null, false)]
    public void Forms_are_a_few_words(string? text, bool valid)
    {
        Assert.Equal(valid, DraftForm.IsValid(text));
        Assert.False(DraftForm.IsValid(new string('a', DraftForm.MaxLength + 1)));
    }

    [Fact]
    public void A_misspelt_form_is_no_form() => Assert.Throws<FormatException>(() => new DraftForm("submit/%"));

    [Fact]
    public void Duty_and_part_are_read_from_a_form()
    {
        Assert.Equal("submit/monthly-2020-09/table", DraftForm.OfPart(new DutyId("monthly-2020-09"), "table").Text);
        Assert.Equal(("monthly-2020-09", "table"), DraftForm.PartOf("submit/monthly-2020-09/table"));
        Assert.Null(DraftForm.PartOf("submit/monthly-2020-09"));
        Assert.Null(DraftForm.PartOf("assign/monthly-2020-09/table"));
    }

    [Fact]
    public void What_the_office_writes_of_a_period_lasts_and_is_named_by_its_section()
    {
        var form = DraftForm.OfSummary(new DutyId("monthly-2020-09"), "work");
        Assert.Equal(("summary/monthly-2020-09/work", true, "work"), (form.Text, form.IsLasting, DraftForm.SectionOf(form.Text)));
        Assert.Null(DraftForm.SectionOf("summary/monthly-2020-09"));
        Assert.Null(DraftForm.SectionOf("submit/monthly-2020-09/summary"));
        Assert.False(DraftForm.OfPart(new DutyId("monthly-2020-09"), "summary").IsLasting);
    }

    private static IEnumerable<string> Sharing(DraftOwner owner) => Seats.Where(s => owner.IsSharedBy(SeatAddress.Find(s)!, $"{s}@anna"));
}
