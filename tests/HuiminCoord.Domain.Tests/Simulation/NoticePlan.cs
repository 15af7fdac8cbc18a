using HuiminCoord.Domain.Identity;
using HuiminCoord.Domain.Plans;
using HuiminCoord.Domain.Time;

namespace HuiminCoord.Domain.Tests.Simulation;

/// <summary>A compact plan with the dates of the notice 回政办字〔2020〕57号 and the ladders of the project's wording.</summary>
internal static class NoticePlan
{
    public static readonly TimeOnly Nine = new(9, 0);
    private static readonly UnitId[] Owing = [new("jiaoyu"), new("qufuban")];

    public static PlanSettings Settings { get; } = new(RollRule.Keep, DayCutoff.DayEnd, Nine, new(17, 30), 3, 3, 2, 30, "");

    public static IReadOnlyDictionary<DutyKind, Ladder> Ladders { get; } = new Dictionary<DutyKind, Ladder>
    {
        [DutyKind.Liaison] = new([new("issue", null, Nine, [Role.Liaison]), To("due", 0), new("due-15", 0, new(15, 0), [Role.Liaison]), To("plus-1", 1, Role.Leader)], 0),
        [DutyKind.Monthly] = new([To("t-5", -5), .. Reports()], 2),
        [DutyKind.Annual] = new([To("t-15", -15), To("t-5", -5), .. Reports()], 2),
        [DutyKind.Decision] = new([To("t-5", -5), To("t-1", -1), To("plus-1", 1)], 0),
        [DutyKind.Other] = new([To("t-1", -1), To("due", 0), To("plus-1", 1)], 0),
    };

    public static IReadOnlyList<UnitPlan> Units { get; } =
    [
        new(Owing[0], "教育局", [], TableProfile.Managing),
        new(Owing[1], "区政府办公室", [], TableProfile.None),
        new(new("shangwu"), "商务局", [], TableProfile.Managing),
    ];

    public static Plan Plan { get; } = Of(Ladders, Duties());

    /// <summary>The plan with other ladders or duties; everything else as the notice has it.</summary>
    public static Plan Of(IReadOnlyDictionary<DutyKind, Ladder> ladders, IReadOnlyList<DutyPlan> duties) => new(
        new CampaignId("huimin-2020"), 1, "", new("150103", "回民区"), new("", "", new(2020, 9, 17)), new(new(2020, 9, 17), new(2021, 11, 30)), Owing[1],
        Settings, [], Units, [], [], [], duties, ladders, []);

    public static IReadOnlyList<DutyPlan> Duties() =>
    [
        Duty("liaison", DutyKind.Liaison, new DutySchedule.Once(new(2020, 9, 18), null)),
        Duty("monthly", DutyKind.Monthly, new DutySchedule.Monthly(28, new(2020, 9, 1), new(2021, 9, 1)), "summary", "table"),
        Duty("annual-2020", DutyKind.Annual, new DutySchedule.Once(new(2020, 12, 3), new(2020, 11, 1)), "summary", "table"),
        Duty("annual-2021", DutyKind.Annual, new DutySchedule.Once(new(2021, 10, 28), new(2021, 9, 29)), "summary", "table"),
        Duty("implementation-plan", DutyKind.Other, new DutySchedule.Undated()),
        Duty("training", DutyKind.Other, new DutySchedule.Undated()),
        Duty("publicity", DutyKind.Other, new DutySchedule.Undated()),
        Duty("of-others", DutyKind.Other, new DutySchedule.Once(new(2020, 12, 31), null)) with { OwedBy = [Units[2].Id] },
    ];

    public static Rung To(string id, int offset, params Role[] roles) => new(id, offset, Nine, roles.Length == 0 ? [Role.Liaison] : roles);

    private static DutyPlan Duty(string id, DutyKind kind, DutySchedule schedule, params string[] parts) =>
        new(id, kind, id, "", Owing, schedule, parts, null);

    private static Rung[] Reports() =>
    [
        To("t-1", -1), To("due", 0), To("plus-1", 1, Role.Liaison, Role.Deputy), To("plus-2", 2, Role.Leader), To("plus-3", 3, Role.Office, Role.Convenor),
    ];
}
