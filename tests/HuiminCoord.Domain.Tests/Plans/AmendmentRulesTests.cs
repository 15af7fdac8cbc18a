using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Plans;

/// <summary>What an amendment of the shipped plan may not do.</summary>
public sealed class AmendmentRulesTests
{
    [Fact]
    public void Content_and_measures_may_change() => Assert.Null(Code(Titled));

    [Fact]
    public void Another_campaign_is_no_version_of_this_one() =>
        Assert.Equal("amendment.other-campaign", Code(Titled with { Campaign = new CampaignId("yuquan-2020") }));

    [Fact]
    public void Another_district_is_no_version_of_this_one() =>
        Assert.Equal("amendment.other-campaign", Code(Titled with { District = WithForms.District with { Code = "150104" } }));

    [Fact]
    public void The_paper_keeps_its_date() =>
        Assert.Equal("amendment.other-campaign", Code(Titled with { Document = WithForms.Document with { IssuedOn = new(2020, 9, 18) } }));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Versions_follow_one_another(int version) => Assert.Equal("campaign.version-out-of-order", Code(Titled with { Version = version }));

    [Fact]
    public void A_version_that_says_the_same_is_none() => Assert.Equal("amendment.nothing-changed", Code(Same));

    [Fact]
    public void The_office_director_does_not_change_the_members() => Assert.Equal("amendment.members-by-meeting", Code(WithMember));

    [Fact]
    public void The_meeting_does() => Assert.Null(Code(WithMember with { Amendment = new("成员调整", "", AmendingBody.Meeting) }));

    [Fact]
    public void Nobody_changes_the_members_without_a_decision() => Assert.Equal("amendment.members-by-meeting", Code(WithMember with { Amendment = null }));

    [Fact]
    public void What_ended_does_not_return_under_its_id()
    {
        var without = Same with { Duties = [.. WithForms.Duties.Where(d => d.Id != "training")] };
        var again = Same with { Version = 3 };
        Assert.Equal("amendment.id-reused", AmendmentRules.Refuse([WithForms, without], again)?.Code);
    }

    [Fact]
    public void A_month_that_ended_does_not_return_either()
    {
        var shorter = Same with { Duties = [.. WithForms.Duties.Select(d => d.Schedule is DutySchedule.Monthly m ? d with { Schedule = m with { To = m.To.AddMonths(-1) } } : d)] };
        Assert.Equal("amendment.id-reused", AmendmentRules.Refuse([WithForms, shorter], Same with { Version = 3 })?.Code);
    }

    [Fact]
    public void A_phase_is_not_removed() => Assert.Equal("amendment.phase-removed", Code(Same with { Phases = [.. WithForms.Phases.Skip(1)] }));

    [Fact]
    public void A_ladder_is_not_removed() =>
        Assert.Equal("amendment.ladder-removed", Code(Titled with { Ladders = WithForms.Ladders.Where(l => l.Key != DutyKind.Annual).ToDictionary() }));

    [Fact]
    public void The_lead_of_a_task_is_not_changed() =>
        Assert.Equal("amendment.lead-changed", Code(Same with { Domains = [.. WithForms.Domains.Select(d => d with { Lead = new UnitId("jiaoyu") })] }));

    [Theory]
    [InlineData("column")]
    [InlineData("row")]
    [InlineData("summary")]
    public void A_part_of_a_form_that_ended_does_not_return_either(string part)
    {
        var forms = WithForms.Forms!;
        var less = part switch
        {
            "column" => forms with { Table = forms.Table with { Columns = [.. forms.Table.Columns.Skip(1)] } },
            "row" => forms with { Table = forms.Table with { Sections = [.. forms.Table.Sections.Skip(1)] } },
            _ => forms with { Summary = new([.. forms.Summary.Sections.Skip(1)]) },
        };
        Assert.Null(Code(Same with { Forms = less }));
        Assert.Equal("amendment.id-reused", AmendmentRules.Refuse([WithForms, Same with { Forms = less }], Same with { Version = 3 })?.Code);
    }

    [Fact]
    public void A_column_keeps_its_kind() => Assert.Equal("amendment.column-kind", Code(Same with { Forms = Counted(FigureKind.Money) }));

    [Fact]
    public void Forms_may_come_later() => Assert.Null(AmendmentRules.Refuse([WithForms with { Forms = null }], Same));

    [Fact]
    public void Its_name_may_change() => Assert.Null(Code(Same with { Forms = Counted(FigureKind.Count) }));

    private static FormPlan Counted(FigureKind kind) =>
        WithForms.Forms! with { Table = WithForms.Forms.Table with { Columns = [WithForms.Forms.Table.Columns[0] with { Name = "执法人员", Kind = kind }, .. WithForms.Forms.Table.Columns.Skip(1)] } };

    private static Plan Same { get; } = WithForms with { Version = 2, Amendment = new("试行情况", "", AmendingBody.OfficeDirector) };

    private static Plan Titled { get; } = Same with { Title = "整治行动" };

    private static Plan WithMember { get; } = Same with { Units = [.. WithForms.Units, new(new UnitId("shangwu"), "商务局", [], TableProfile.None)] };

    private static string? Code(Plan next) => AmendmentRules.Refuse([WithForms], next)?.Code;
}
