using System.Net;
using System.Text.Json;
using HuiminCoord.Server.Hosting;

namespace HuiminCoord.Server.Commands;

/// <summary>Nobody is there yet, or the server has no campaign yet: trying again may help.</summary>
internal sealed class WatchMustWaitException(string message) : Exception(message);

/// <summary>Asks a server which inbox is meant.</summary>
internal sealed class WatchedServer(WatchRequest request) : IDisposable
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private readonly HttpClient _http = new() { BaseAddress = request.Url, Timeout = TimeSpan.FromSeconds(10), DefaultRequestHeaders = { { "Accept-Language", "en" } } };

    /// <summary>The campaign and recipient to follow.</summary>
    internal async Task<(string Campaign, string Recipient)> Inbox(CancellationToken stop)
    {
        var campaign = await Campaign(stop);
        return (campaign, request.Unit is null ? request.Seat : $"{await Unit(campaign, stop)}/{request.Seat}");
    }

    public void Dispose() => _http.Dispose();

    private async Task<string> Campaign(CancellationToken stop)
    {
        var all = (await Ask<CampaignName>("/api/v1/campaigns", stop)).Select(c => c.Campaign).ToList();
        return all switch
        {
            [] => throw new WatchMustWaitException("the server has no campaign yet"),
            [var only] when request.Campaign is null => only,
            _ when request.Campaign is null => throw new CommandRefusedException($"The server has several campaigns; choose one with --campaign: {string.Join(", ", all)}."),
            _ => all.Find(c => c == request.Campaign) ?? throw new CommandRefusedException($"There is no campaign '{request.Campaign}'. There is: {string.Join(", ", all)}."),
        };
    }

    private async Task<string> Unit(string campaign, CancellationToken stop)
    {
        var all = await Ask<UnitName>($"/api/v1/campaigns/{campaign}/units", stop);
        var unit = all.FirstOrDefault(u => u.Unit == request.Unit || u.Name == request.Unit || u.Aliases.Contains(request.Unit!));
        return unit?.Unit ?? throw new CommandRefusedException($"There is no unit '{request.Unit}'. There are: {string.Join(", ", all.Select(u => $"{u.Unit} {u.Name}"))}.");
    }

    private async Task<IReadOnlyList<T>> Ask<T>(string path, CancellationToken stop)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), stop);
        if (answer.IsSuccessStatusCode)
        {
            return (await answer.Content.ReadFromJsonAsync<Listed<T>>(Web, stop))!.Items;
        }

        var why = $"{_http.BaseAddress} answered {path} with {(int)answer.StatusCode}";
        throw answer.StatusCode is HttpStatusCode.NotFound or >= HttpStatusCode.InternalServerError
            ? new WatchMustWaitException(why)
            : new CommandRefusedException(why + ".");
    }

    private sealed record Listed<T>(IReadOnlyList<T> Items);

    private sealed record CampaignName(string Campaign);

    private sealed record UnitName(string Unit, string Name, IReadOnlyList<string> Aliases);
}
