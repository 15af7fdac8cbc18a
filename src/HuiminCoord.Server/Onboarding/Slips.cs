using HuiminCoord.Domain.Time;
using HuiminCoord.Grains.Plans;
using HuiminCoord.Grains.Storage;
using HuiminCoord.Server.Accounts;
using HuiminCoord.Server.Api.Refusals;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Onboarding;

/// <summary>Turns an issued account into what is printed for its holder.</summary>
internal sealed class Slips(SeatBook seats, PlanShelf plans, CoordinationDatabase database, AccountSettings settings)
{
    /// <summary>The slip. Ask at once: the token is in the caller's hands only.</summary>
    internal async Task<ActivationSlip> Of(IssuedAccount issued, string baseAddress, Language language, CancellationToken cancellation)
    {
        var held = await seats.Of(issued.Account, cancellation);
        var words = new List<string>();
        foreach (var seat in held)
        {
            words.Add(await InWords(seat));
        }

        var hash = Secrets.Hash(issued.Token);
        await using var db = database.OpenToRead();
        var expires = await db.SingleUseLinks.Where(l => l.TokenHash == hash).Select(l => l.ExpiresAt).SingleAsync(cancellation);
        var factor = settings.SecondFactor == SecondFactor.Required || (settings.SecondFactor == SecondFactor.Administrators && held.Any(h => h.Seat.IsAdmin || h.Seat.Inbox == Domain.Identity.Recipients.Office));
        return new ActivationSlip(issued.Login, issued.Name, words, issued.Token, LinkAddress.Activate(baseAddress, issued.Token), expires, Steps(issued.Login, expires, factor, language));
    }

    private async Task<string> InWords(HeldSeat held)
    {
        var unit = held.Seat.Unit is { } id && await plans.NewestVersion(held.Campaign) is > 0 and var version ? (await plans.Get(held.Campaign, version)).Unit(id)?.Name : null;
        return $"{unit ?? held.Seat.Unit?.Value}{SeatNames.Of(held.Seat.Role)}";
    }

    private static IReadOnlyList<string> Steps(string login, DateTimeOffset expires, bool factor, Language language)
    {
        var until = $"{ChinaTime.DateOf(expires):yyyy-MM-dd} {ChinaTime.TimeOf(expires):HH:mm}";
        return language == Language.English
            ? [
                $"Open the link before {until}. It works once.",
                $"Set a password of at least {AccountServices.ShortestPassword} characters; a few words are easy to remember.",
                .. factor ? ["Put the key that is shown into an authenticator app and type its six digits."] : Array.Empty<string>(),
                $"Sign in with the login name “{login}”. If the link is lost or too old, ask for a new slip.",
            ]
            : [
                $"请于{until}前打开上述链接，链接仅可使用一次。",
                $"设置不少于{AccountServices.ShortestPassword}个字符的密码，可用几个词连成一句，便于记忆。",
                .. factor ? ["用手机验证器应用添加页面显示的密钥，输入6位动态码完成绑定。"] : Array.Empty<string>(),
                $"以登录名“{login}”登录。链接遗失或过期的，请申请重新开具激活单。",
            ];
    }
}
