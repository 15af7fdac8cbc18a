using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Plans.Amending;
using static HuiminCoord.Domain.Tests.Campaigns.Huimin;

namespace HuiminCoord.Domain.Tests.Plans;

/// <summary>Every kind of difference between two versions is shown, and nothing else.</summary>
public sealed class PlanComparisonTests
{
    private static readonly UnitId School = new("jiaoyu");

    [Fact]
    public void A_plan_does_not_differ_from_itself() => Assert.Empty(PlanComparison.Between(WithForms, WithForms with { Version = 2, Amendment = new("试行", "", AmendingBody.Meeting) }));

    [Theory]
    [MemberData(nameof(Heads))]
    public void The_head_differs(string subject, Plan after) => Only(after, DifferenceKind.Head, subject);

    public static TheoryData<string, Plan> Heads { get; } = new()
    {
        { "title", WithForms with { Title = "整治" } },
        { "district", WithForms with { District = WithForms.District with { Name = "玉泉区" } } },
        { "document", WithForms with { Document = WithForms.Document with { Number = "回政办字〔2020〕58号" } } },
        { "window", WithForms with { Window = WithForms.Window with { To = new(2021, 11, 30) } } },
        { "convenor", WithForms with { Convenor = School } },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_setting_differs(string subject, PlanSettings settings) => Only(WithForms with { Settings = settings }, DifferenceKind.Setting, $"settings.{subject}");

    public static TheoryData<string, PlanSettings> Settings { get; } = new()
    {
        { "digestAt", WithForms.Settings with { DigestAt = new(8, 30) } },
        { "closeOfBusiness", WithForms.Settings with { CloseOfBusiness = new(18, 0) } },
        { "longRestDays", WithForms.Settings with { LongRestDays = 4 } },
        { "reviewWorkdays", WithForms.Settings with { ReviewWorkdays = 5 } },
        { "correctionWorkdays", WithForms.Settings with { CorrectionWorkdays = 4 } },
        { "staleTaskDays", WithForms.Settings with { StaleTaskDays = 45 } },
        { "slowTaskDays", WithForms.Settings with { SlowTaskDays = 10 } },
        { "officePhone", WithForms.Settings with { OfficePhone = "0471-0000000" } },
    };

    [Theory]
    [MemberData(nameof(Meetings))]
    public void How_meetings_are_held_differs(MeetingPlan plenary) =>
        Only(WithForms with { Meetings = new Dictionary<MeetingKind, MeetingPlan>(WithForms.Meetings!) { [MeetingKind.Plenary] = plenary } }, DifferenceKind.Meeting, "meetings.plenary");

    public static TheoryData<MeetingPlan> Meetings
    {
        get
        {
            var plenary = WithForms.Meetings![MeetingKind.Plenary];
            var cadence = plenary.Cadence!;
            return [
                plenary with { Title = "全体会议" }, plenary with { Units = [School] }, plenary with { Agenda = [] }, plenary with { Agenda = [new(AgendaTopic.NotReported, 5)] }, plenary with { Place = "三楼" },
                plenary with { Chair = "主任" }, plenary with { Minutes = 90 }, plenary with { NoticeWorkdays = 6 }, plenary with { ReplyWorkdays = 3 }, plenary with { Quorum = new(6, false) },
                plenary with { Quorum = new(6, true) }, plenary with { Consent = AgendaConsent.Director }, plenary with { Cadence = null }, plenary with { Cadence = cadence with { EveryMonths = 3 } },
                plenary with { Cadence = cadence with { From = new DateOnly(2020, 10, 1) } }, plenary with { Cadence = cadence with { Day = new MeetingDay.OfMonth(4, RestMove.After) } },
                plenary with { Cadence = cadence with { Day = new MeetingDay.Workday(5) } }, plenary with { Cadence = cadence with { At = new(9, 0) } }];
        }
    }

    [Fact]
    public void A_plan_may_leave_out_how_meetings_are_held() =>
        Assert.All(PlanComparison.Between(WithForms with { Meetings = null }, WithForms), d => Assert.Equal((DifferenceKind.Meeting, ""), (d.Kind, d.Was)));

    [Fact]
    public void A_unit_joins() => Only(WithForms with { Units = [.. WithForms.Units, new(new("shangwu"), "商务局", [], TableProfile.None)] }, DifferenceKind.UnitJoins, "shangwu");

    [Fact]
    public void A_unit_leaves() => Only(WithForms with { Units = [.. WithForms.Units.Where(u => u.Id != School)] }, DifferenceKind.UnitLeaves, "jiaoyu");

    [Fact]
    public void A_unit_fills_another_table() => Only(WithForms with { Units = [.. WithForms.Units.Select(u => u.Id == School ? u with { Table = TableProfile.None } : u)] }, DifferenceKind.Unit, "jiaoyu");

    [Fact]
    public void A_duty_is_added() => Only(WithForms with { Duties = [.. WithForms.Duties, Training with { Id = "exhibition" }] }, DifferenceKind.DutyAdded, "exhibition");

    [Fact]
    public void A_duty_ends() => Only(Changed(Training, null), DifferenceKind.DutyEnds, "training");

    [Fact]
    public void A_duty_ends_for_one_unit()
    {
        var difference = Only(Changed(Training, Training with { OwedBy = [.. Training.OwedBy.Where(u => u != School)] }), DifferenceKind.DutyEnds, "training");
        Assert.Equal("教育局", difference.Was);
    }

    [Fact]
    public void A_duty_begins_for_one_unit() =>
        Only(Changed(Training, Training with { OwedBy = [.. Training.OwedBy, new("shangwu")] }), DifferenceKind.DutyAdded, "training");

    [Fact]
    public void Only_the_months_that_move_are_shown()
    {
        var monthly = WithForms.Duties.Single(d => d.Id == "monthly");
        var after = Changed(monthly, monthly with { Schedule = (DutySchedule.Monthly)monthly.Schedule with { Day = 29 } });
        var due = PlanComparison.Between(WithForms, after).Where(d => d.Kind == DifferenceKind.Due).ToList();
        Assert.Equal(("monthly-2020-09", "2020-09-28", "2020-09-29"), (due[0].Subject, due[0].Was, due[0].Is));
        Assert.DoesNotContain(due, d => d.Subject == "monthly-2021-02");
    }

    [Theory]
    [MemberData(nameof(Duties))]
    public void A_duty_differs_in(string what, DutyPlan training)
    {
        Assert.NotEmpty(what);
        Only(Changed(Training, training), DifferenceKind.Duty, "training");
    }

    public static TheoryData<string, DutyPlan> Duties { get; } = new()
    {
        { "title", Training with { Title = "培训材料" } },
        { "parts", Training with { Parts = ["summary"] } },
        { "clause", Training with { Clause = "c5-2" } },
        { "kind", Training with { Kind = DutyKind.Decision } },
        { "phase", Training with { Phase = Training.Phase is null ? WithForms.Phases[0].Id : null } },
    };

    [Theory]
    [MemberData(nameof(Ladders))]
    public void A_ladder_differs_in(string what, Ladder annual)
    {
        Assert.NotEmpty(what);
        Only(WithForms with { Ladders = WithForms.Ladders.ToDictionary(l => l.Key, l => l.Key == DutyKind.Annual ? annual : l.Value) }, DifferenceKind.Ladder, "ladders.annual");
    }

    public static TheoryData<string, Ladder> Ladders { get; } = new()
    {
        { "weekly", Annual with { Weekly = Annual.Weekly + 1 } },
        { "rungs", Annual with { Rungs = [.. Annual.Rungs.Skip(1)] } },
        { "time", Annual with { Rungs = [Annual.Rungs[0] with { At = new(10, 0) }, .. Annual.Rungs.Skip(1)] } },
        { "day", Annual with { Rungs = [Annual.Rungs[0] with { Offset = -20 }, .. Annual.Rungs.Skip(1)] } },
        { "roles", Annual with { Rungs = [Annual.Rungs[0] with { To = [Role.Convenor] }, .. Annual.Rungs.Skip(1)] } },
    };

    [Fact]
    public void A_domain_differs() => Only(WithForms with { Domains = [WithForms.Domains[0] with { Goal = "放心" }, .. WithForms.Domains.Skip(1)] }, DifferenceKind.Domain, WithForms.Domains[0].Id);

    [Fact]
    public void A_task_comes() => Only(WithForms with { Tasks = [.. WithForms.Tasks, WithForms.Tasks[0] with { Id = new("chi-9"), Number = 9 }] }, DifferenceKind.TaskAdded, "chi-9");

    [Fact]
    public void A_task_ends() => Only(WithForms with { Tasks = [.. WithForms.Tasks.Skip(1)] }, DifferenceKind.TaskEnds, WithForms.Tasks[0].Id.Value);

    [Fact]
    public void A_task_differs() => Only(WithForms with { Tasks = [WithForms.Tasks[0] with { Title = "农贸市场" }, .. WithForms.Tasks.Skip(1)] }, DifferenceKind.Task, WithForms.Tasks[0].Id.Value);

    [Fact]
    public void A_phase_comes() => Only(WithForms with { Phases = [.. WithForms.Phases, WithForms.Phases[0] with { Id = new("follow-up") }] }, DifferenceKind.PhaseAdded, "follow-up");

    [Fact]
    public void A_phase_differs() => Only(WithForms with { Phases = [WithForms.Phases[0] with { Title = "部署" }, .. WithForms.Phases.Skip(1)] }, DifferenceKind.Phase, WithForms.Phases[0].Id.Value);

    [Fact]
    public void A_clause_differs() => Only(WithForms with { Clauses = [WithForms.Clauses[0] with { Gist = "另述" }, .. WithForms.Clauses.Skip(1)] }, DifferenceKind.Clause, WithForms.Clauses[0].Id);

    [Fact]
    public void A_question_is_put_in_other_words() =>
        Only(WithForms with { Questions = [WithForms.Questions[0] with { Ask = "何时？" }, .. WithForms.Questions.Skip(1)] }, DifferenceKind.Question, WithForms.Questions[0].Id);

    [Fact]
    public void An_answer_is_given_and_may_be_withdrawn()
    {
        var question = WithForms.Questions[0];
        var answered = WithForms with { Questions = [question with { Answer = "按此办理" }, .. WithForms.Questions.Skip(1)] };
        var given = Only(answered, DifferenceKind.Answer, question.Id);
        Assert.Equal((question.Default, "按此办理"), (given.Was, given.Is));

        var withdrawn = Assert.Single(PlanComparison.Between(answered, WithForms));
        Assert.Equal((DifferenceKind.Answer, "按此办理", question.Default), (withdrawn.Kind, withdrawn.Was, withdrawn.Is));
    }

    private static DutyPlan Training => WithForms.Duties.Single(d => d.Id == "training");

    private static Ladder Annual => WithForms.Ladders[DutyKind.Annual];

    private static Plan Changed(DutyPlan duty, DutyPlan? to) =>
        WithForms with { Duties = [.. WithForms.Duties.Select(d => d.Id == duty.Id ? to : d).OfType<DutyPlan>()] };

    private static PlanDifference Only(Plan after, string kind, string subject)
    {
        var difference = Assert.Single(PlanComparison.Between(WithForms, after));
        Assert.Equal((kind, subject), (difference.Kind, difference.Subject));
        return difference;
    }
}
