namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>Addresses at which every page of the console can be looked at on a <see cref="Console.NovemberMorning"/>, seat by seat.</summary>
internal static class LivePages
{
    /// <param name="Path">Where.</param>
    /// <param name="Mock">The drawing that it follows; null where none was made.</param>
    /// <param name="PhoneMock">The same on a phone.</param>
    internal sealed record At(string Path, string? Mock = null, string? PhoneMock = null);

    internal static readonly IReadOnlyDictionary<string, IReadOnlyList<At>> BySeat = new Dictionary<string, IReadOnlyList<At>>
    {
        ["office-director"] =
        [
            new("/home", "05-workbench"), new("/board?unit=gongan", "01-board"), new("/board?months=true&bulk=true"), new("/board?unit=gongan&do=dates"), new("/board?unit=nongmu&do=waive"), new("/board?do=paper"), new("/board/paper?unit=gongan&duty=monthly-2020-11"),
            new("/review"), new("/review?unit=weijian&of=monthly-2020-11&part=summary&do=return"), new("/review?unit=gongan&of=monthly-2020-11"), new("/review?duty=training"), new("/review/sheet?unit=jiaoyu&duty=monthly-2020-11"), new("/district"), new("/bulletins"),
            new("/tasks"), new("/tasks/chi-1"), new("/phases"), new("/messages"),
            new("/plan"), new("/plan?tab=versions"), new("/plan?tab=questions&q=digest-time"), new("/plan?tab=amend"), new("/plan?tab=amend&part=reminders"), new("/plan?tab=amend&part=units"), new("/plan?tab=members"), new("/plan?tab=members&show=add"), new("/plan?tab=receipts"),
            new("/plan/new"), new("/plan/issue"), new("/calendar"), new("/calendar?year=2021&edit=paper"), new("/schedule"), new("/schedule?month=2020-12"), new("/schedule?week=2020-12-01"),
            new("/meetings"), new("/meetings?do=propose"), new("/meetings/topic-20201209"), new("/meetings/topic-20201209?do=item&item=own.1"), new("/meetings/topic-20201209?do=split&item=own.1"), new("/meetings/topic-20201209?do=papers&item=own.1"), new("/meetings/topic-20201209?do=arrange"), new("/meetings/liaison-20201202?do=reply&unit=jiaoyu"), new("/meetings/liaison-20201202?do=move"), new("/meetings/topic-20201130/session"), new("/meetings/topic-20201130/session?do=decide&item=own.1"), new("/meetings/topic-20201130/session?do=attend&unit=scjg"), new("/meetings/topic-20201130/projector"), new("/decisions"), new("/supervision"), new("/supervision?do=order"), new("/supervision?do=order&group=du-2"), new("/supervision/du-2"),
            new("/roster"), new("/roster/nominations"), new("/roster/contacts"), new("/roster/unit?unit=minzheng"), new("/seats"), new("/me"), new("/board/nowhere"),
        ],
        ["convenor"] = [new("/home"), new("/schedule"), new("/board"), new("/phases", null, "04-supervision-phone"), new("/meetings"), new("/meetings/plenary-20201204", "03-onepage", "03-onepage-phone"), new("/meetings/plenary-20201204?do=return")],
        ["jiaoyu/liaison"] =
        [
            new("/home"), new("/schedule"), new("/schedule?week=2020-12-01"), new("/fill"), new("/fill/monthly-2020-11"), new("/fill/annual-2020"), new("/bulletins"), new("/messages"), new("/unit"), new("/unit?seat=deputy&act=name"),
            new("/meetings"), new("/meetings/liaison-20201202"), new("/meetings/topic-20201209"), new("/meetings/topic-20201130/session"), new("/decisions"), new("/plan/receipt"), new("/m/huimin-2020/jiaoyu/liaison/1"), new("/board"),
        ],
        ["scjg/liaison"] = [new("/tasks/chi-1"), new("/fill/monthly-2020-11")],
        ["group"] = [new("/home"), new("/schedule?month=2020-12"), new("/phases", "04-supervision", "04-supervision-phone"), new("/tasks?by=unit"), new("/supervision"), new("/supervision/du-2"), new("/supervision/du-2?do=problem"), new("/supervision/du-2?do=check&number=2"), new("/supervision/du-2/visits/new"), new("/supervision/du-2/visits/canteen")],
        ["system-admin"] = [new("/admin/accounts"), new("/operations"), new("/calendar")],
        ["security-admin"] = [new("/admin/seats"), new("/admin/sessions")],
        ["audit-admin"] = [new("/audit"), new("/audit?row=5"), new("/audit?chain=server")],
    };
}
