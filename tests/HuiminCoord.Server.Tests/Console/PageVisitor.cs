using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HuiminCoord.Server.Accounts;
using Microsoft.EntityFrameworkCore;

namespace HuiminCoord.Server.Tests.Console;

/// <summary>A browser as far as HTTP goes: keeps cookies, follows redirections, sends forms as they stand on the page.</summary>
internal sealed class PageVisitor : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _server;

    private PageVisitor(Uri server, string? language, bool follows)
    {
        _server = server;
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = follows }) { BaseAddress = server };
        _http.DefaultRequestHeaders.Add("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("Page-Visitor/1.0");
        if (language is not null)
        {
            _http.DefaultRequestHeaders.Add("Accept-Language", language);
        }
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The session's cookie; null when there is none.</summary>
    public Cookie? Session => Cookies.GetCookies(_server)["huimin-session"];

    /// <summary>Somebody who is not signed in.</summary>
    public static PageVisitor At(TestServer server, string? language = null, bool follows = true) => new(server.Url, language, follows);

    /// <summary>Somebody who sits in a seat: a demo account's session, opened without a password.</summary>
    public static async Task<PageVisitor> In(TestServer server, string seat, string? language = null, bool follows = true)
    {
        var visitor = At(server, language, follows);
        visitor.Show(await SessionOf(server, seat));
        return visitor;
    }

    /// <summary>The token of a new session of a seat.</summary>
    public static async Task<string> SessionOf(TestServer server, string seat)
    {
        await server.Seats.Phrase;
        await using var db = server.Database.OpenToRead();
        var found = await db.Appointments.FirstAsync(a => a.Seat == seat && a.EndedAt == null);
        return await server.Service<SessionBook>().Open(SessionKind.Console, found.Account, found.Id, "Page-Visitor/1.0");
    }

    /// <summary>Who this visitor is to the server.</summary>
    public async Task<Asker> Asker(TestServer server) =>
        (await server.Service<SessionBook>().Find(Session!.Value, SessionKind.Console, TestContext.Current.CancellationToken))!;

    /// <summary>Puts a session's token into the browser.</summary>
    public void Show(string token) => Cookies.Add(_server, new Cookie("huimin-session", token, "/"));

    public Task<Page> Get(string path, params (string Name, string Value)[] headers) => Send(new HttpRequestMessage(HttpMethod.Get, path), headers);

    /// <summary>Fills in the form with this handler and sends it, as the browser would: fields that nobody touched keep their values.</summary>
    public Task<Page> Submit(Page page, string handler, params (string Name, string? Value)[] fields)
    {
        var form = (IHtmlFormElement)page.Document.QuerySelector($"form:has(input[name='_handler'][value='{handler}'])")!; // a rehearsal offers the way out twice
        return Post(form.GetAttribute("action") ?? page.Place, Fields(form, fields));
    }

    public Task<Page> Post(string path, IEnumerable<KeyValuePair<string, string>> fields, params (string Name, string Value)[] headers) =>
        Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) }, headers);

    /// <summary>Sends a form with a file.</summary>
    public Task<Page> Upload(Page page, string handler, string name, byte[] content, string fileName)
    {
        var form = (IHtmlFormElement)page.One($"form:has(input[name='_handler'][value='{handler}'])");
        var body = new MultipartFormDataContent();
        foreach (var (field, value) in Fields(form, []))
        {
            body.Add(new StringContent(value), field);
        }

        body.Add(new ByteArrayContent(content), name, fileName);
        return Send(new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action") ?? page.Place) { Content = body }, []);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>What a form would send: also what is bound to it from elsewhere on the page; a value of null leaves a field out.</summary>
    internal static IReadOnlyList<KeyValuePair<string, string>> Fields(IHtmlFormElement form, IReadOnlyList<(string Name, string? Value)> changes)
    {
        var bound = form.Id is { Length: > 0 } id ? form.Owner!.QuerySelectorAll($"[form='{id}']") : (IEnumerable<IElement>)[];
        var standing = form.QuerySelectorAll("input,select").Concat(bound)
            .Where(e => e is IHtmlInputElement { Type: not ("submit" or "checkbox" or "file") } or IHtmlSelectElement || e is IHtmlInputElement { Type: "checkbox", IsChecked: true })
            .Select(e => KeyValuePair.Create(e.GetAttribute("name")!, e is IHtmlSelectElement select ? select.Value ?? "" : e.GetAttribute("value") ?? ""));
        return [.. standing.Where(f => changes.All(c => c.Name != f.Key)), .. changes.Where(c => c.Value is not null).Select(c => KeyValuePair.Create(c.Name, c.Value!))];
    }

    private async Task<Page> Send(HttpRequestMessage request, (string Name, string Value)[] headers)
    {
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        // A file is asked for first: one that is refused unread would break the line otherwise, now and then before the answer came.
        request.Headers.ExpectContinue = request.Content is MultipartFormDataContent ? true : null;
        using (request)
        {
            using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var document = await BrowsingContext.New().OpenAsync(r => r.Content(html), TestContext.Current.CancellationToken);
            var all = answer.Headers.Concat(answer.Content.Headers).ToDictionary(h => h.Key, h => string.Join('\n', h.Value), StringComparer.OrdinalIgnoreCase);
            return new Page(answer.StatusCode, answer.RequestMessage!.RequestUri!.PathAndQuery, all, document);
        }
    }
}
