using System.Reflection;
using System.Text.RegularExpressions;
using HuiminCoord.Server.Access;
using HuiminCoord.Server.Console.Layout;
using HuiminCoord.Server.Tests.Console;
using HuiminCoord.Server.Tests.Console.Meetings;
using Microsoft.AspNetCore.Components;

namespace HuiminCoord.Server.Tests.Browsers;

/// <summary>Every page as its seats have it, connected, in a real browser: on a desk and on a phone, in both languages, by the rules of WCAG 2.2.</summary>
public sealed partial class LivePagesTests(NovemberMorning morning) : IClassFixture<NovemberMorning>
{
    [Fact]
    public void No_page_is_left_out()
    {
        var pages = typeof(App).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<AccessMark>() is { } mark && !ShippedMatrix.Matrix.IsOpen(mark.Operation!))
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>()).Select(route => route.Template).Except(["/", "/sign-out"]).ToList();
        var looked = LivePages.BySeat.Values.SelectMany(p => p).Select(p => p.Path.Split('?')[0]).ToList();
        Assert.True(pages.Count > 25, $"{pages.Count}");
        Assert.Equal([], pages.Where(template => !looked.Exists(path => Matches(template, path))));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Each_page_can_be_read_and_reached(string language)
    {
        await NovemberMeetings.Hold(morning.Server);
        await NovemberSitting.Hold(morning.Server);
        await NovemberSupervision.Hold(morning.Server);
        await using var screen = await Screen.Open($"live-{language}");
        foreach (var (seat, pages) in LivePages.BySeat)
        {
            var person = await screen.Seated(morning.Server, seat, "/seats", language);
            foreach (var page in pages)
            {
                await person.Visit(page.Path);
                await person.Connected();
                await person.Look(Plain().Replace($"{seat}{page.Path}", "-"), page.Mock, page.PhoneMock);
            }
        }

        screen.HasNoFaults();
    }

    private static bool Matches(string template, string path) => Regex.IsMatch(path, $"^{Parameter().Replace(Regex.Escape(template), "[^?]+")}$");

    [GeneratedRegex(@"\\\{[^}]*}")]
    private static partial Regex Parameter();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Plain();
}
