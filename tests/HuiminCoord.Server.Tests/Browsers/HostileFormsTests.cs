using HuiminCoord.Server.Tests.Console;
using HuiminCoord.Server.Tests.Console.Meetings;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>Texts that want to be more than text, typed into every field of every live form, sent, and looked at by everybody who reads them.</summary>
public sealed class HostileFormsTests(NovemberMorning morning) : IClassFixture<NovemberMorning>
{
    /// <summary>Forms by seat: where they are, and what sends them. Nothing is sent where a plan would be changed.</summary>
    private static readonly (string Seat, string Path, string? Send)[] Forms =
    [
        ("office-director", "/board?unit=nongmu&do=waive", "#drawer form button.pri"),
        ("office-director", "/board?unit=chengguan&do=dates", "#drawer form button.pri"),
        ("office-director", "/board?unit=gongan&do=paper", "#drawer form button.pri"),
        ("office-director", "/review?unit=weijian&of=monthly-2020-11&part=table&do=return", "#drawer form button.pri"),
        ("office-director", "/review?unit=wenlv&of=monthly-2020-11&part=summary&do=waive", "#drawer form button.pri"),
        ("office-director", "/review?unit=gongan&of=monthly-2020-11", "#drawer form button.pri"),
        ("office-director", "/phases", "#gate li form button"),
        ("scjg/liaison", "/tasks/chi-3", "#new-milestone .act button"),
        ("office-director", "/plan?tab=questions&q=digest-time", null),
        ("office-director", "/plan?tab=amend", null),
        ("office-director", "/plan?tab=amend&part=measures", null),
        ("office-director", "/plan?tab=amend&part=units", null),
        ("office-director", "/plan?tab=amend&part=reminders", null),
        ("office-director", "/calendar?year=2021&edit=paper", null),
        ("office-director", "/roster/unit?unit=minzheng&seat=leader&act=name", "#drawer button.pri"),
        ("jiaoyu/liaison", "/unit?seat=deputy&act=name", "#drawer button.pri"),
        ("zhujian/liaison", "/fill/annual-2020", ".actionbar.inpage button.pri"),
        ("gongxin/liaison", "/fill/annual-2020", "details.ask button.pri"),
        ("scjg/liaison", "/tasks/chi-1", "#progress button.pri"),
        ("scjg/liaison", "/tasks/chi-2", "#raise button"),
        ("office-director", "/meetings?do=propose", "#propose button.pri"),
        ("office-director", "/meetings/topic-20201209?do=item&item=own.1", "#item-form button.pri"),
        ("office-director", "/meetings/topic-20201209?do=split&item=own.1", "#split-form button.pri"),
        ("office-director", "/meetings/topic-20201209?do=add", "#item-form button.pri"),
        ("office-director", "/meetings/topic-20201209?do=arrange", "#arrange-form button.pri"),
        ("office-director", "/meetings/liaison-20201202?do=reply&unit=chengguan", null),
        ("office-director", "/meetings/liaison-20201202?do=move", null),
        ("jiaoyu/liaison", "/meetings/topic-20201209", "#suggest-form button"),
        ("convenor", "/meetings/plenary-20201204?do=return", "#return-form button.pri"),
        ("convenor", "/me", null),
    ];

    [Fact]
    public async Task They_stay_text()
    {
        await NovemberMeetings.Hold(morning.Server);
        await using var screen = await Screen.Open("hostile");
        var found = new List<string>();
        foreach (var seat in Forms.GroupBy(f => f.Seat))
        {
            var person = await screen.Seated(morning.Server, seat.Key, "/seats");
            foreach (var (_, path, send) in seat)
            {
                await Type(person, path, send, found);
            }
        }

        await morning.Server.Drain();
        foreach (var (seat, pages) in LivePages.BySeat)
        {
            var reader = await screen.Seated(morning.Server, seat, "/seats");
            foreach (var page in pages.Select(p => p.Path).Append("/board?unit=nongmu").Append("/board?unit=weijian").Append("/tasks/chi-2"))
            {
                await reader.Visit(page);
                await reader.Connected();
                found.AddRange(await reader.Injected(page));
            }
        }

        Assert.Equal([], found);
        screen.HasNoFaults();
    }

    private static async Task Type(PersonAtScreen person, string path, string? send, List<string> found)
    {
        await person.Visit(path);
        await person.Connected();
        await person.UnfoldAll();
        var fields = await person.TextFields();
        Assert.True(fields > 0 || send is null, $"{path} has no field");
        foreach (var text in HostileTexts.All)
        {
            for (var field = 0; field < fields; field++)
            {
                await person.Overwrite(field, text);
            }

            found.AddRange(await person.Injected(path));
        }

        for (var field = 0; field < fields; field++)
        {
            await person.Overwrite(field, await person.TakesDay(field) ? "2020-12-08" : string.Concat(HostileTexts.All));
        }

        if (send is not null)
        {
            await person.Send(send);
        }

        found.AddRange(await person.Injected(path));
    }
}
